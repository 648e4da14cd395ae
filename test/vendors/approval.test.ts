import { FRONT_ENDS } from "../provider/support/frontEnds";
import { approvalSuite } from "./approvalSuite";
import { HUAWEI } from "./huawei";
import { JPUSH } from "./jpush";

for (const vendor of [JPUSH, HUAWEI]) for (const frontEnd of FRONT_ENDS) approvalSuite(vendor, frontEnd);
