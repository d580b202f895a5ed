import { may } from "@tuwai/server/access";
import type { WayPreview } from "@tuwai/server/arrears";
import { data, redirect } from "react-router";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { rescueTexts } from "#language/rescues.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames } from "#regions";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import {
  Actions,
  Button,
  ButtonLink,
  Choices,
  Disclosure,
  EmptyState,
  ErrorSummary,
  type FormErrors,
  Notice,
  Page,
} from "#ui";
import type { Route } from "./+types/rescue.page";
import { filterOf, readArrearsQuery } from "./arrears-query.ts";
import { actOnRescue } from "./rescue-form-data.ts";

export const handle: Handle = { access: "arrears.rescue" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(rescueTexts[languageOf(location.pathname)].title);

export function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  return { operation: app.newId(), mayMatch: may(actor, "pledge.match") };
}

/** `aksi=pilih` or `semua` shows what each way costs, `lakukan` does it; whom it is about never stands in an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const use = forUseCase(context);
  const [app] = use;
  const names = new Map<string, string>(
    (await listVillageNames(...use)).map(({ code, name }) => [code, name]),
  );
  const everybody = filterOf(readArrearsQuery(searchParams, app.clock.today()), names);
  const form = await request.formData();
  const answer = await actOnRescue(...use, { form, everybody: { everybody }, language });
  if ("done" in answer) {
    const t = rescueTexts[language];
    const number = (n: number) => formatNumber(language, n);
    const { roundId, workers, refused } = answer.done;
    const says = [
      t.done(number(workers)),
      ...(refused.length === 0 ? [] : [t.leftOut(number(refused.length))]),
    ];
    throw redirect(localPath(language, `/kepesertaan/tunggakan/penyelamatan/${roundId}`), {
      status: 303,
      headers: flash(refused.length === 0 ? "ok" : "warn", says.join(" ")),
    });
  }
  return Object.keys(answer.errors).length === 0 ? answer : data(answer, 422);
}

export default function RescuePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(rescueTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const preview = actionData?.preview ?? null;
  const errors = actionData?.errors ?? {};
  const crumbs = [{ href: to("/kepesertaan/tunggakan"), label: t.board }, { label: t.title }];
  if (preview === null || preview.workers.length === 0)
    return (
      <Page title={t.title} lead={t.nobodyLead} crumbs={crumbs}>
        <ErrorSummary errors={errors} />
        <EmptyState title={t.nobody}>
          <ButtonLink href={to("/kepesertaan/tunggakan")}>{t.toBoard}</ButtonLink>
        </EmptyState>
      </Page>
    );
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <Page
      title={t.titleOf(number(preview.workers.length))}
      lead={t.lead(rupiah(preview.naturalRupiah), rupiah(preview.accidentRupiah))}
      crumbs={crumbs}
    >
      <ErrorSummary errors={errors} />
      {preview.missing > 0 && <Notice>{t.missing(number(preview.missing))}</Notice>}
      <WayForm page={page} preview={preview} errors={errors} />
      <Disclosure summary={t.people(number(preview.workers.length))}>
        <ul>
          {preview.workers.map(({ person: { code, name }, safeRescueDay }) => (
            <li key={code}>
              <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>
              {safeRescueDay !== null && (
                <span className="quiet small"> {t.until(formatDate(language, safeRescueDay))}</span>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
      <p className="quiet">{t.noPayment}</p>
    </Page>
  );
}

type Preview = NonNullable<NonNullable<Route.ComponentProps["actionData"]>["preview"]>;
type FormProps = {
  readonly page: Route.ComponentProps["loaderData"];
  readonly preview: Preview;
  readonly errors: FormErrors;
};

/** The ways that fit anybody, with what each costs and until when it is waited for; the others with what speaks against them. */
function WayForm({ page, preview, errors }: FormProps) {
  const t = useTexts(rescueTexts);
  const to = useLocalPath();
  const says = useSayWay();
  const fitting = preview.ways.filter(({ workers }) => workers > 0);
  return (
    <>
      {fitting.length > 0 && (
        <form method="post" className="form" noValidate>
          <OperationField id={page.operation} />
          {preview.codes.map((code) => (
            <input key={code} type="hidden" name="pekerja" value={code} />
          ))}
          {fitting.map(({ way, workers, now, monthly }) => (
            <input key={way} type="hidden" name={`lihat-${way}`} value={`${workers}|${now}|${monthly}`} />
          ))}
          <Choices
            name="cara"
            label={t.how}
            error={errors["cara"]}
            options={fitting.map((each) => ({
              value: each.way,
              label: says(each, each.way === cheapestOf(fitting)),
            }))}
          />
          <Actions>
            <Button name="aksi" value="lakukan">
              {t.do}
            </Button>
            {page.mayMatch && (
              <ButtonLink look="plain" href={to("/sponsor")}>
                {t.findSponsors}
              </ButtonLink>
            )}
          </Actions>
        </form>
      )}
      {fitting.length === 0 && <Notice tone="warn">{t.nothingFits}</Notice>}
      <LeftOut ways={preview.ways} />
    </>
  );
}

/** Of the ways that save most, the one that costs least. */
function cheapestOf(ways: readonly WayPreview[]): string | undefined {
  const most = Math.max(...ways.map(({ workers }) => workers));
  const all = ways.filter(({ workers }) => workers === most);
  return all.toSorted((one, other) => one.now + one.monthly - other.now - other.monthly)[0]?.way;
}

function useSayWay(): (way: WayPreview, isCheapest: boolean) => string {
  const t = useTexts(rescueTexts);
  const language = useLanguage();
  return ({ way, workers, now, monthly, answerBy }, isCheapest) => {
    const cost = now > 0 ? t.once(formatRupiah(language, now)) : t.monthly(formatRupiah(language, monthly));
    return [
      t.way(t.ways[way], formatNumber(language, workers), cost),
      ...(answerBy === null ? [] : [t.waits(formatDate(language, answerBy))]),
      ...(isCheapest ? [t.cheapest] : []),
    ].join(" ");
  };
}

function LeftOut({ ways }: { readonly ways: readonly WayPreview[] }) {
  const t = useTexts(rescueTexts);
  const language = useLanguage();
  const some = ways.filter(({ refused }) => refused.length > 0);
  if (some.length === 0) return null;
  return (
    <Disclosure summary={t.leftOutTitle}>
      <ul>
        {some.map(({ way, refused }) => (
          <li key={way}>
            {t.ways[way]}:{" "}
            {refused
              .map(({ reason, workers }) => t.refusedOf(formatNumber(language, workers), t.reasons[reason]))
              .join("; ")}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
