import { addDays, type CivilDate } from "#time";

/** What BPJS and the city agreed for one group, as far as it is known. */
export type GroupTerms = {
  /** NPP, as BPJS gave it. */
  readonly number: string | null;
  readonly agreement: string | null;
  readonly agreedUntil: CivilDate | null;
};

/** What is missing or about to be; `agreement-ends` within 90 days, so that its successor can be signed in time. */
export type GroupWarning = "number-missing" | "agreement-missing" | "agreement-ends" | "agreement-over";

const noticeDays = 90;

/** Everything that somebody has to see to, worst first. A village is an employer by law and signs no agreement. */
export function groupWarnings(
  { number, agreement, agreedUntil }: GroupTerms,
  by: { readonly today: CivilDate; readonly isEmployer: boolean },
): readonly GroupWarning[] {
  return [
    ...(number === null ? (["number-missing"] as const) : []),
    ...(by.isEmployer ? [] : agreementWarnings(agreement, agreedUntil, by.today)),
  ];
}

function agreementWarnings(
  agreement: string | null,
  until: CivilDate | null,
  today: CivilDate,
): readonly GroupWarning[] {
  if (agreement === null) return ["agreement-missing"];
  if (until === null || until > addDays(today, noticeDays)) return [];
  return [until < today ? "agreement-over" : "agreement-ends"];
}
