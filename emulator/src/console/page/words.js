// @ts-check

/** @typedef {"en" | "zh"} Language */

/**
 * Every word of the page, in English and in Chinese; `{0}` is what is put in.
 * @type {Record<string, [en: string, zh: string]>}
 */
export const dictionary = {
  title: ["Review console", "签名审核台"],
  limits: [
    "You are the vendors’ reviewer. Nothing here reaches a vendor: use no real documents.",
    "你就是服务商的审核人员。这里的内容不会提交给服务商，请勿使用真实材料。",
  ],
  skip: ["Skip to the signatures", "跳到签名列表"],
  language: ["Language", "语言"],
  live: ["Live", "已连接"],
  connecting: ["Connecting", "连接中"],
  lost: ["Not connected", "连接中断"],
  noAnswer: ["The emulator does not answer.", "模拟器没有响应。"],
  noAnswerFix: [
    "This page tries again every second. Restart the emulator if it has stopped.",
    "每秒自动重试；如已停止，请重新启动模拟器。",
  ],
  dismiss: ["Dismiss", "关闭"],

  signatures: ["Signatures", "签名"],
  filter: ["Show", "筛选"],
  all: ["All", "全部"],
  loading: ["Loading", "加载中"],
  nothing: ["Nothing is filed yet", "尚无签名"],
  howToFile: [
    "Paste these lines into your shell, then run your program there. Its signatures appear here by themselves.",
    "把下面几行粘贴到 shell 里，再在其中运行程序。提交的签名会自动出现在这里。",
  ],
  filtered: ["No signature has this status.", "没有处于该状态的签名。"],

  pending: ["Under review", "审核中"],
  approved: ["Approved", "已通过"],
  rejected: ["Rejected", "已驳回"],
  inactive: ["Lapsed", "待激活"],
  unknown: ["Unknown status", "未知状态"],
  isDefault: ["Default", "默认签名"],
  inUse: ["In use", "使用中"],

  noReason: ["No reason given", "未填写原因"],
  vendorSays: ["The vendor’s status: {0}", "服务商状态：{0}"],
  copy: ["Copy", "复制"],
  copyWhich: ["Copy {0}", "复制 {0}"],
  copied: ["Copied", "已复制"],
  documents: ["Documents", "证明材料"],
  noDocuments: ["No documents", "没有证明材料"],
  history: ["History", "历史记录"],
  actions: ["Actions", "操作"],

  approve: ["Approve", "通过"],
  reject: ["Reject", "驳回"],
  rejectWith: ["Reject…", "驳回…"],
  makeDefault: ["Make default", "设为默认"],
  lapse: ["Let lapse", "设为待激活"],
  cancel: ["Cancel", "取消"],
  close: ["Close", "关闭"],
  rejectHeading: ["Reject 【{0}】", "驳回【{0}】"],
  reason: ["Reason", "驳回原因"],
  reasonHint: [
    "Optional. The vendor gives it in its callback or its query.",
    "选填。服务商会在回调或查询结果中给出此原因。",
  ],
  noPicture: ["This file cannot be shown as a picture.", "无法以图片显示。"],
  saveFile: ["Save the file", "保存文件"],
  fileFacts: ["{0}, {1} bytes, SHA-256", "{0}，{1} 字节，SHA-256"],

  announceNew: ["Filed: 【{0}】", "新提交：【{0}】"],
  announceStatus: ["【{0}】: {1}", "【{0}】：{1}"],
  announceGone: ["Gone: 【{0}】", "已删除：【{0}】"],

  "event submitted": ["Filed", "已提交"],
  "event resubmitted": ["Filed again", "重新提交"],
  "event approved": ["Approved", "已通过"],
  "event rejected": ["Rejected", "已驳回"],
  "event made default": ["Made the default", "设为默认"],
  "event reactivated": ["Activated again", "重新激活"],
  "event changed in the console": ["Changed in the console", "在控制台被修改"],

  workbench: ["Workbench", "工作台"],
  clock: ["The emulator’s clock", "模拟器时钟"],
  ahead: ["ahead of real time by {0}", "比真实时间快 {0}"],
  faults: ["Faults", "故障注入"],
  noFaults: ["No faults: every call is answered as documented.", "未注入故障：所有调用均按文档响应。"],
  addFault: ["Add a fault", "添加故障"],
  switchOn: ["Switch on", "开启"],
  switchOff: ["Switch off", "关闭"],
  switchOffWhich: ["Switch off: {0}", "关闭：{0}"],
  kind: ["What happens", "故障类型"],
  method: ["Method", "方法"],
  any: ["any", "任意"],
  path: ["Path begins with", "路径前缀"],
  times: ["How often", "次数"],
  everyTime: ["every time", "每次"],
  timesLeft: ["times left: {0}", "剩余 {0} 次"],
  milliseconds: ["Milliseconds", "毫秒"],
  status: ["HTTP status", "HTTP 状态码"],
  code: ["Vendor’s code", "服务商错误码"],
  taken: ["The request takes effect all the same", "请求仍然生效"],
  "fault status": ["An answer with this status or code", "返回此状态码或错误码"],
  "fault cut-before": ["Cut off before it takes effect", "生效前断开连接"],
  "fault cut-after": ["Cut off after it took effect", "生效后断开连接"],
  "fault hold": ["No answer until the faults change", "不响应，直到故障设置变更"],
  "fault delay": ["A late answer", "延迟响应"],
  "fault drip": ["The answer byte by byte", "逐字节响应"],
  "fault html": ["A gateway’s HTML page", "网关的 HTML 页面"],
  "fault malformed": ["JSON that ends in the middle", "不完整的 JSON"],
  "fault oversized": ["An answer that is far too large", "超大响应"],
  callbacks: ["Callbacks", "回调"],
  unchecked: ["The address is not checked yet.", "回调地址尚未验证。"],
  checked: ["The address has passed its check.", "回调地址验证通过。"],
  checkFailed: ["The address has not passed its check: {0}", "回调地址验证失败：{0}"],
  "delivery sending": ["being sent", "发送中"],
  "delivery delivered": ["delivered", "已送达"],
  "delivery waiting": ["waiting", "等待重试"],
  "delivery given up": ["given up", "已放弃"],
  tryAgain: ["next try {0}", "将于 {0} 重试"],
  requests: ["Vendor calls", "服务商接口调用"],
  noRequests: ["None so far.", "暂无。"],
  time: ["Time", "时间"],
  call: ["Call", "调用"],
  answer: ["Answer", "响应"],
  bytes: ["Bytes", "字节"],
  unanswered: ["none", "无"],
};

/** @type {Language} */
let language = "en";

/** @returns {Language} */
export function currentLanguage() {
  return language;
}

/** @param {Language} chosen */
export function speak(chosen) {
  language = chosen;
}

/**
 * @param {[en: string, zh: string]} pair
 * @returns {string}
 */
export function say([en, zh]) {
  return language === "zh" ? zh : en;
}

/**
 * A word of the dictionary; what it does not have passes through.
 * @param {string} key
 * @param {...unknown} values
 * @returns {string}
 */
export function word(key, ...values) {
  const pair = Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
  return pair ? say(pair).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)])) : key;
}

/**
 * A word of the dictionary, or another text where it has none.
 * @param {string} key
 * @param {string} otherwise
 * @returns {string}
 */
export function wordOr(key, otherwise) {
  return Object.hasOwn(dictionary, key) ? word(key) : otherwise;
}
