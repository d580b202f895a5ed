import { openSlip } from "@tuwai/server/payroll";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/slip.route";

export const handle: Handle = { access: "remittance.slip" };

const endings: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/** The slip as it was sent, as a file and never as a page of ours. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const slip = await openSlip(...forUseCase(context), { remittanceCode: params.setoran });
  return new Response(Uint8Array.from(slip.bytes), {
    headers: {
      "Content-Type": slip.type,
      "Content-Disposition": `attachment; filename="slip-${encodeURIComponent(params.setoran)}.${endings[slip.type] ?? "bin"}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
