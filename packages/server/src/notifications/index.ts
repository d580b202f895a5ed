export { notify } from "./notify.ts";
export { notificationsFeature } from "./feature.ts";
