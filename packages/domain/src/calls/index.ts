export { type CallReason, chooseCalls, type ChosenCall, mostCalls } from "./choose-calls.ts";
