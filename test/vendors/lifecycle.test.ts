import { FRONT_ENDS } from "../provider/support/frontEnds";
import { HUAWEI } from "./huawei";
import { JPUSH } from "./jpush";
import { lifecycleSuite } from "./lifecycleSuite";

for (const vendor of [JPUSH, HUAWEI]) for (const frontEnd of FRONT_ENDS) lifecycleSuite(vendor, frontEnd);
