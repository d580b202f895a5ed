export { openHttp, type HttpServer, type OpenHttpOptions, type Pages } from "./open-http.ts";
export { describeFailure, identityInAddress, type Failure, type FailureCode } from "./failure.ts";
export { receiveForm, type ReceivedFile, type ReceivedForm } from "./receive-form.ts";
export type { ApiModule, HttpEnv, UploadRoute, WebExtras, WebHandler } from "./web-handler.ts";
