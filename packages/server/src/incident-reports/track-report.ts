import { limitAttempts } from "#accounts";
import { readCardCode } from "#cards";
import { act } from "#use-case";
import { type CodeRow, findByCode } from "./report.store.ts";

/**
 * Where the report of a code stands, to whoever has it: days and steps, nobody's name. Codes that no report has are counted by the
 * address they come from; throws `rate-limited`.
 */
export const trackIncident = act(
  { name: "incident-report-track", permission: "incident_report.track" },
  async (
    call,
    { incidentCode, headers = new Headers() }: { readonly incidentCode: string; readonly headers?: Headers },
  ): Promise<CodeRow | null> => {
    const code = readCardCode(incidentCode, "KJ");
    if (code === undefined) return null;
    const attempt = {
      kind: "incident-code" as const,
      account: code,
      headers,
      isRight: (found: CodeRow | null) => found !== null,
    };
    return limitAttempts(call.app, attempt, () =>
      call.look(async ({ tx }) => (await findByCode(tx, code)) ?? null),
    );
  },
);
