export { type ArrearsBoard, type ArrearsFilter, listArrears, type ListedArrears } from "./list-arrears.ts";
export { type ArrearsGroup, type Bucket } from "./arrears-list.view.ts";
export type { ArrearsCause, ArrearsPayer } from "./judge-arrears.ts";
export { tellPayer, type TellOutcome } from "./tell-payer.ts";
export { arrearsFeature } from "./feature.ts";
