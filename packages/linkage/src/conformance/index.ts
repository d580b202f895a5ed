export { type Difference, type EngineCheck, engineCheck, requireAgreement } from "./check-engine.ts";
