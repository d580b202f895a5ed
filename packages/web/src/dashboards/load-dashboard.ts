import type { RouterContextProvider } from "react-router";
import { getDashboard } from "@tuwai/server/dashboards";
import { languageOf } from "#language/language.ts";
import { forUseCase } from "#shell";
import type { Charted } from "./chart-words.ts";

type Asked = {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
  readonly params: { readonly kecamatan?: string | undefined; readonly desa?: string | undefined };
};

/** The dashboard of the place in an address; without one, the reader's own; of the month in the address, else as it stands now. Throws `not-found` for a place that is not the reader's. */
export async function loadDashboard({ request, context, params }: Asked): Promise<Charted> {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const dashboard = await getDashboard(app, actor, {
    kecamatanCode: params.kecamatan,
    villageCode: params.desa,
    month: searchParams.get("bulan") ?? undefined,
  });
  return { dashboard, language: languageOf(pathname) };
}
