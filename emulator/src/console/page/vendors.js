// @ts-check

/** @typedef {[en: string, zh: string]} Pair */

/**
 * What the page says of a vendor's own words. A vendor that stands not here is shown in its own words.
 * @typedef {object} VendorWords
 * @property {Pair} name
 * @property {string} [text] the field that holds the signature's text
 * @property {boolean} [hasDefault] whether one signature can be made the default
 * @property {number | string} [lapsed] the vendor's status of one that lapsed
 * @property {Record<string, Pair>} fields
 * @property {Record<string, Record<string, Pair>>} values
 */

/** @type {Record<string, VendorWords>} */
const vendors = {
  jpush: {
    name: ["JPush", "极光"],
    text: "sign",
    hasDefault: true,
    fields: {
      sign: ["Text", "签名内容"],
      type: ["Type", "签名类型"],
      legalPersonName: ["Legal representative", "法人姓名"],
      legalPersonIdNumber: ["Identity number", "法人身份证号"],
      socialCreditCode: ["Social credit code", "统一社会信用代码"],
      thirdPartyCompanyName: ["Third party", "第三方公司名称"],
      remark: ["Remark", "申请说明"],
      idCardImage: ["Identity card", "法人身份证"],
      businessLicenseImage: ["Business licence", "营业执照"],
      trademarkImage: ["Trademark certificate", "商标证书"],
      thirdPartyAuthImage: ["Third party’s authorisation", "第三方授权书"],
      otherImage: ["Other", "其他材料"],
      image0: ["Image 1", "图片 1"],
      image1: ["Image 2", "图片 2"],
      image2: ["Image 3", "图片 3"],
      image3: ["Image 4", "图片 4"],
      account: ["App key", "AppKey"],
    },
    values: {
      type: {
        1: ["Company name", "公司名称"],
        2: ["Filed website", "备案网站"],
        3: ["App", "应用"],
        4: ["WeChat account or mini-program", "公众号或小程序"],
        5: ["Shop", "电商店铺"],
        6: ["Brand or trademark", "品牌或商标"],
        7: ["Other", "其他"],
      },
    },
  },
  huaweicloud: {
    name: ["Huawei Cloud", "华为云"],
    text: "signature_name",
    lapsed: "TO_BE_ACTIVATED",
    fields: {
      signature_name: ["Text", "签名名称"],
      signature_type: ["Type", "签名类型"],
      signature_source: ["Source", "签名来源"],
      app_id: ["Application", "所属应用"],
      is_involved_third: ["Third party involved", "是否涉及第三方权益"],
      apply_desc: ["Description", "申请说明"],
      qualification_id: ["Qualification", "资质"],
      license_number: ["ICP filing number", "ICP 备案号"],
      registration_number: ["Trademark number", "商标注册号"],
      source_title_content: ["Source’s name", "来源名称"],
      file_id: ["Business licence", "营业执照"],
      power_attorney_fileid: ["Power of attorney", "授权委托书"],
      signature_related_file_id: ["Certificate", "证明材料"],
      account: ["Project", "项目"],
    },
    values: {
      signature_type: {
        VERIFY_CODE_TYPE: ["Verification codes", "验证码类"],
        NOTIFY_TYPE: ["Notices", "通知类"],
        PROMOTION_TYPE: ["Promotion", "推广类"],
      },
      signature_source: {
        0: ["Enterprise or public institution", "企事业单位"],
        1: ["Website", "网站"],
        2: ["App", "App"],
        3: ["Applet", "小程序"],
        4: ["Shop", "电商店铺"],
        5: ["Trademark", "商标"],
      },
      is_involved_third: { Yes: ["Yes", "是"], No: ["No", "否"] },
    },
  },
};

/** @type {(name: string) => VendorWords} */
export function vendorWords(name) {
  return (
    (Object.hasOwn(vendors, name) ? vendors[name] : undefined) ?? {
      name: [name, name],
      fields: {},
      values: {},
    }
  );
}
