import { appContext, type Handle } from "#shell";
import type { Route } from "./+types/coverage-json.route";
import { publicHeaders, readPublicCoverage } from "./load-coverage.ts";

export const handle: Handle = { access: "public" };

/** `GET /cakupan.json`: the released figures as they are, for anyone, from anywhere. */
export async function loader({ context }: Route.LoaderArgs) {
  const { coverage, age } = await readPublicCoverage(context.get(appContext));
  return Response.json(coverage, {
    headers: { ...publicHeaders(), ...age, "Access-Control-Allow-Origin": "*" },
  });
}
