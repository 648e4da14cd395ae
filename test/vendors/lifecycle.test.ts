import { HUAWEI } from "./huawei";
import { JPUSH } from "./jpush";
import { lifecycleSuite } from "./lifecycleSuite";

for (const vendor of [JPUSH, HUAWEI]) lifecycleSuite(vendor);
