import { addPromises, type PromisesTogether } from "@tuwai/domain/commitments";
import type { PromiseRecord, VillageRecord } from "@tuwai/server/commitments";
import type { ReactElement } from "react";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { frontTexts } from "#language/fronts.ts";
import type { Texts } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { ButtonLink, Card, Disclosure, Seam, Table, Tag } from "#ui";

const shownAtOnce = 6;

type RecordProps = { readonly record: PromiseRecord };

/** What the year's promises came to: who kept them, and month by month who did not. */
export function PromiseCard({ record }: RecordProps): ReactElement {
  const t = useTexts(frontTexts).record;
  const language = useLanguage();
  const to = useLocalPath();
  const { year, months, villages } = record;
  const number = (n: number) => formatNumber(language, n);
  const last = months.at(-1);
  const href = to(`/anggaran/komitmen?tahun=${year}`);
  if (villages.length === 0 || last === undefined)
    return (
      <Card title={villages.length === 0 ? t.none(String(year)) : t.notDue(String(year))} id="janji">
        {villages.length === 0 && <p className="quiet">{t.noneText}</p>}
        <div>
          <ButtonLink look="plain" small href={href}>
            {t.open}
          </ButtonLink>
        </div>
      </Card>
    );
  const short = villages.filter((village) => village.short > 0);
  const kept = villages.filter((village) => village.short === 0);
  const together = addPromises(villages);
  const rupiah = (n: number) => formatRupiah(language, n);
  const title =
    short.length === 0 ? t.allKept(number(kept.length)) : t.title(number(kept.length), number(short.length));
  return (
    <Card title={title} id="janji">
      <p className="quiet small">
        {t.lead(String(year), formatMonth(language, last), rupiah(together.received), rupiah(together.due))}{" "}
        {short.length > 0 && <strong>{sayMissing(together, t, rupiah)}</strong>}
      </p>
      {short.length > 0 && <ShortTable villages={short.slice(0, shownAtOnce)} year={year} />}
      {short.length > shownAtOnce && (
        <Disclosure summary={t.restList(number(short.length - shownAtOnce))}>
          <ShortTable villages={short.slice(shownAtOnce)} year={year} />
        </Disclosure>
      )}
      {kept.length > 0 && short.length > 0 && (
        <Disclosure summary={t.keptList(number(kept.length))}>
          <p>{kept.map(({ name }) => name).join(", ")}</p>
        </Disclosure>
      )}
    </Card>
  );
}

/** Promised, received and missing stand on one line: what is missing there adds up, or is told apart. */
function sayMissing(
  { due, received, short, below }: PromisesTogether,
  t: Texts<(typeof frontTexts)["id"]["record"]>,
  rupiah: (n: number) => string,
): string {
  if (below === 0) return t.short(rupiah(short));
  return below > 0
    ? t.shortAndBelow(rupiah(due - received), rupiah(short), rupiah(below))
    : t.shortAndAbove(rupiah(short), rupiah(-below));
}

const keptOf = ({ months }: VillageRecord) => months.filter(({ isKept }) => isKept).length;

function ShortTable({
  villages,
  year,
}: {
  readonly villages: readonly VillageRecord[];
  readonly year: number;
}) {
  const t = useTexts(frontTexts).record;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  return (
    <Table
      caption={t.caption}
      rows={villages}
      keyOf={({ villageCode }) => villageCode}
      regionOf={({ villageCode }) => villageCode}
      columns={[
        {
          key: "village",
          head: t.village,
          cell: ({ villageCode, name, heads }) => (
            <>
              <a href={to(`/anggaran/komitmen/${villageCode}?tahun=${year}`)}>{name}</a>
              <div className="quiet small">{t.people(number(heads))}</div>
            </>
          ),
        },
        {
          key: "months",
          head: t.months,
          phone: "wide",
          cell: (village) => (
            <>
              <Seam each={village.months.map(({ isKept }) => isKept)} />
              <div className="quiet small">
                {t.of(number(keptOf(village)), number(village.months.length))}
              </div>
            </>
          ),
        },
        {
          key: "short",
          head: t.shortHead,
          number: true,
          cell: ({ short }) => formatRupiah(language, short),
        },
        {
          key: "state",
          head: t.state,
          cell: ({ received }) =>
            received === 0 ? <Tag status="waiting">{t.unpaid}</Tag> : <Tag status="arrears">{t.partly}</Tag>,
        },
      ]}
    />
  );
}

const namedAtMost = 6;

/** Who has declared for the year that is asked for. */
export function AskedCard(props: {
  readonly asked: NonNullable<PromiseRecord["asked"]>;
  readonly villages: readonly { readonly code: string; readonly name: string }[];
}): ReactElement {
  const t = useTexts(frontTexts).asked;
  const language = useLanguage();
  const to = useLocalPath();
  const { asked } = props;
  const nameOf = (code: string) => props.villages.find((one) => one.code === code)?.name ?? code;
  const { year, declared, villages, missing, isLocked } = asked;
  const number = (n: number) => formatNumber(language, n);
  const names = missing.slice(0, namedAtMost).map(nameOf).join(", ");
  const rest = missing.length - namedAtMost;
  const said = rest > 0 ? t.more(names, number(rest)) : t.missing(names);
  return (
    <Card title={t.title(number(declared), number(villages), String(year))} id="komitmen">
      <Seam count={declared} of={villages} />
      <p className="quiet small">
        {missing.length === 0 ? t.all : said} {isLocked && t.locked}
      </p>
      <p>
        <a href={to(`/anggaran/komitmen?tahun=${year}`)}>{frontTexts[language].record.open}</a>
      </p>
    </Card>
  );
}
