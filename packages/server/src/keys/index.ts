export { type Keys, keysFrom } from "./keys.ts";
export { loadKeys, rotateKeyFile } from "./key-file.ts";
