export { attachRegistry } from "./attach-registry.ts";
export { describeRegistry } from "./describe-registry.ts";
export { type RegistryOptions, prepareRegistry } from "./prepare-registry.ts";
export { type RegistryHeader, refuseOtherModel } from "./registry-header.ts";
export { candidatesSql, file, registryPairsSql } from "./registry-tables.ts";
export { type RegistryChange, type RegistryUpdate, updateRegistry } from "./update-registry.ts";
