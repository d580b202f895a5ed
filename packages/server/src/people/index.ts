export { villageListApplier } from "./village-list-applier.ts";
export { registryApplier } from "./registry-applier.ts";
