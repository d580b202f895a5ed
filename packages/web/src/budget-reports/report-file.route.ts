import { AppError, isUuid } from "@tuwai/server/app";
import { openBudgetReport } from "@tuwai/server/budget-reports";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/report-file.route";

export const handle: Handle = { access: "village_commitment.paper" };

/** The report as it came, as a file and never as a page of ours. */
export async function loader({ context, params }: Route.LoaderArgs) {
  if (!isUuid(params.laporan)) throw new AppError("not-found", { object: "report" });
  const { format, bytes } = await openBudgetReport(...forUseCase(context), { reportId: params.laporan });
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="laporan-apbdes.${format}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
