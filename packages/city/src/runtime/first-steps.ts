import { join } from "node:path";
import { isWithoutAccounts } from "@tuwai/server/accounts";
import { type App, type Config, systemActor } from "@tuwai/server/app";
import { getCity, listRegions } from "@tuwai/server/regions";

type Facts = {
  readonly config: Pick<Config, "regionCode" | "dataDir" | "embedded">;
  readonly city: string;
  readonly kecamatan: number;
  readonly villages: number;
  readonly hasMap: boolean;
};

/** What stands and what comes next, for a city of real people in which nobody has an account yet; otherwise nothing. */
export async function firstSteps(app: App): Promise<readonly string[]> {
  const { config } = app;
  if (config.demo || !(await isWithoutAccounts(app))) return [];
  const places = await listRegions(app, systemActor(config.regionCode));
  const city = getCity(config);
  return sayFirstSteps({
    config,
    city: city.name,
    kecamatan: city.kecamatan.length,
    villages: places.filter(({ code }) => code.length === 13).length,
    hasMap: city.topology !== null,
  });
}

/** The same as lines for a terminal. A password of a database stands in no line. */
export function sayFirstSteps({ config, city, kecamatan, villages, hasMap }: Facts): readonly string[] {
  const map = hasMap ? "dengan peta" : "tanpa peta (docs/how-to/another-city.md)";
  const database = config.embedded
    ? "PostgreSQL bawaan, di folder data"
    : "PostgreSQL sendiri, dari DATABASE_URL";
  return [
    "",
    `${city} (${config.regionCode}): kota sungguhan, belum ada pengguna · a real city, nobody has an account yet`,
    `  ada  wilayah      ${kecamatan} kecamatan, ${villages} desa/kelurahan, ${map}`,
    `  ada  basis data   ${database}`,
    `  ada  kunci        ${join(config.dataDir, "keys")}`,
    "  1    Salin berkas kunci itu hari ini ke dua tempat di luar komputer ini. Tanpa kunci semua NIK hilang.",
    "       Copy that key file to two places outside this computer today: without it every NIK is lost.",
    "  2    Undang administrator pertama, di terminal lain · invite the first administrator, in another terminal:",
    `       ${variablesOf(config)} npx --no-install tuwai account create --role ADM --email <surel> --name "<nama>"`,
    "  3    Buka alamat di bawah ini, ketik kode yang tercetak di /undangan, lalu undang orang dari halaman Pengguna.",
    "       Selengkapnya · the whole road: docs/how-to/run-for-real.md",
    "",
  ];
}

function variablesOf({ regionCode, dataDir, embedded }: Facts["config"]): string {
  const variables = [
    "TUWAI_DEMO=0",
    `TUWAI_REGION=${regionCode}`,
    `TUWAI_DATA=${dataDir}`,
    ...(embedded ? [] : ["DATABASE_URL=…"]),
  ];
  return variables.join(" ");
}
