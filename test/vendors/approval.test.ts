import { approvalSuite } from "./approvalSuite";
import { HUAWEI } from "./huawei";
import { JPUSH } from "./jpush";

for (const vendor of [JPUSH, HUAWEI]) approvalSuite(vendor);
