export { createHttp, type HttpOptions } from "./create-http.ts";
export { openHttp, type HttpServer, type OpenHttpOptions, type Pages } from "./open-http.ts";
export { describeFailure, type Failure, type FailureCode } from "./failure.ts";
export { errorToStatus } from "./error-to-status.ts";
export { receiveForm, type ReceivedForm } from "./receive-form.ts";
export type { ApiModule, HttpEnv, UploadRoute, WebExtras, WebHandler } from "./web-handler.ts";
