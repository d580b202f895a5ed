import { limitAttempts } from "#accounts";
import { AppError } from "#app";
import { newCardCode } from "#cards";
import { placeOf } from "#regions";
import { act, change, type Operation, type Step } from "#use-case";
import { insertReport } from "./report.store.ts";
import { insertStep } from "./report-step.store.ts";
import { readTyped, type ReadReport, sealTold, type TellField, type TypedReport } from "./told.ts";

export type ReportOutcome =
  | { readonly outcome: "received"; readonly incidentCode: string; readonly reportId: string }
  | { readonly outcome: "refused"; readonly mend: readonly TellField[] };

type Typed = Operation & TypedReport;

/**
 * Anybody reports a death or an accident. Nothing is looked up, so that the same answer comes in the same time whoever it is
 * about; nothing follows until a person confirms it. Counted by the address it comes from: throws `rate-limited`.
 */
export const sendIncidentReport = act(
  { name: "incident-report.send", permission: "incident_report.send" },
  async (
    call,
    { operationId: id, headers, ...typed }: Typed & { readonly headers?: Headers },
  ): Promise<ReportOutcome> => {
    const read = readTyped(typed, call.app.clock.today());
    if ("mend" in read) return { outcome: "refused", mend: read.mend };
    const attempt = {
      kind: "incident-report" as const,
      account: read.report.told.phone || id,
      headers: headers ?? new Headers(),
      isRight: () => false,
    };
    return limitAttempts(call.app, attempt, () =>
      call.once({ id, request: typed, as: "city" }, (step) =>
        save(step, read.report, { channel: "public", villageCode: typed.village }),
      ),
    );
  },
);

/** Somebody called: the village, or the manager for any of them, writes down what was said. */
export const takeIncidentReport = change(
  { name: "incident-report.take", permission: "incident_report.take" },
  async (step, { operationId: _operation, ...typed }: Typed): Promise<ReportOutcome> => {
    const read = readTyped(typed, step.today);
    if ("mend" in read) return step.unchanged({ outcome: "refused", mend: read.mend });
    const villageCode = step.area.villageCode ?? typed.village;
    return save(step, read.report, { channel: "telephone", villageCode });
  },
);

type How = { readonly channel: "public" | "telephone"; readonly villageCode: string };

async function save(step: Step, report: ReadReport, { channel, villageCode }: How): Promise<ReportOutcome> {
  const { tx, actor, app, now } = step;
  const place = villageCode === "" ? null : await placeOf(tx, villageCode);
  if (villageCode !== "" && place === null) throw new AppError("invalid-input", { field: "village" });
  const id = step.newId();
  const code = newCardCode();
  const { told, kind, on, time, teller } = report;
  const where = { villageCode: place?.villageCode ?? null, kecamatanCode: place?.kecamatanCode ?? null };
  await insertReport(tx, {
    regionCode: actor.regionCode,
    id,
    code,
    ...where,
    kind,
    happenedOn: on,
    happenedTime: time,
    accidentOn: null,
    channel,
    teller,
    toldSealed: sealTold(app.keys, id, told),
    receivedAt: now,
    takenBy: channel === "public" ? null : actor.userId,
  });
  await insertStep(step, { id, ...where }, "report", { channel });
  await step.audit({ objectType: "incident_report", objectId: id, details: { kind, channel } });
  return { outcome: "received", incidentCode: code, reportId: id };
}
