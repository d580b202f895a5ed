import type { Refusal } from "#claims";
import type { CheckCode } from "./check.ts";

/** Of each reason by which BPJS refuses a claim, the checks at enrolment that would have caught it; others arose only later. */
const behind: Readonly<Partial<Record<Refusal, readonly CheckCode[]>>> = {
  "too-old": ["too-old", "birth-date-unknown"],
  "not-working": ["does-not-work", "found-not-working", "evidence-missing", "evidence-old", "work-unknown"],
  "ill-at-enrolment": ["gravely-ill", "illness-not-asked"],
  "dead-before-start": ["died"],
  "identity-differs": ["name-differs", "nik-disputed", "nik-missing", "identity-unverified"],
  "not-a-participant": ["covered-elsewhere", "cover-asked"],
};

/** The checks that would have caught a refused claim; empty where the reason arose only after enrolment. */
export const checkBehindRefusal = (reasonCode: Refusal): readonly CheckCode[] => behind[reasonCode] ?? [];
