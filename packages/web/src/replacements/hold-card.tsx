import { addDays, type CivilDate } from "@tuwai/domain/time";
import type { Holds, ShownHold } from "@tuwai/server/replacements";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { formatDate } from "#language/format.ts";
import { replacementTexts } from "#language/replacements.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Choices, Disclosure, optionsOf, Tag, TextField } from "#ui";

export type HoldRow = ShownHold & {
  readonly operation: string;
  readonly village: string;
};
type Rules = Pick<Holds, "rules" | "today">;

/** One hold with what can be done about it. */
export function HoldCard(props: Rules & { readonly hold: HoldRow }): ReactElement {
  const t = useTexts(replacementTexts);
  const { hold } = props;
  const { side, person, sponsorName, pledgeCode, opd, now } = hold;
  const sponsor = t.of(sponsorName ?? pledgeCode, opd);
  const title = side === "worker" ? (person?.name ?? person?.code ?? "") : sponsor;
  return (
    <Card title={title}>
      <p>
        <State hold={hold} /> {side === "worker" ? t.worker : t.sponsor}
      </p>
      <p className="quiet small">
        {side === "worker" ? `${hold.village} · ${sponsor}` : <WorkerLink hold={hold} />}
        {hold.reason !== null && ` · ${t.was(t.ends[hold.reason])}`}
      </p>
      <Consequence hold={hold} />
      {(now.state === "held" || now.state === "over") && <Extend {...props} />}
      {now.state === "held" && <Release hold={hold} />}
      {hold.mayUndo && (
        <Form method="post">
          <Named hold={hold} />
          <Button look="plain" small name="aksi" value="urungkan">
            {t.undo}
          </Button>
        </Form>
      )}
    </Card>
  );
}

function State({ hold: { now } }: { readonly hold: HoldRow }) {
  const t = useTexts(replacementTexts).states;
  const language = useLanguage();
  const day = formatDate(language, now.until);
  if (now.state === "held") return <Tag status="waiting">{t.held(day)}</Tag>;
  return <Tag status="inactive">{now.state === "released" ? t.released : t.over(day)}</Tag>;
}

function WorkerLink({ hold: { person } }: { readonly hold: HoldRow }) {
  const to = useLocalPath();
  if (person?.code === undefined) return null;
  return <a href={to(`/pekerja/${person.code}`)}>{person.name ?? person.code}</a>;
}

function Consequence({ hold }: { readonly hold: HoldRow }) {
  const t = useTexts(replacementTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { side, now, safeRescueDay } = hold;
  if (side === "sponsor") return now.state === "held" ? null : <p>{t.back}</p>;
  return (
    <>
      <p>{now.state === "held" ? t.same : t.first}</p>
      {safeRescueDay !== null && (
        <p>
          {now.isCutShort
            ? t.cut(formatDate(language, safeRescueDay))
            : t.safe(formatDate(language, safeRescueDay))}{" "}
          <a href={to("/kepesertaan/tunggakan")}>{t.board}</a>
        </p>
      )}
    </>
  );
}

function Extend({ hold, rules, today }: Rules & { readonly hold: HoldRow }) {
  const t = useTexts(replacementTexts);
  const language = useLanguage();
  const latest: CivilDate = addDays(today, rules.days);
  if (hold.now.extensions >= rules.extensionsAtMost || latest <= hold.now.until) return null;
  return (
    <Disclosure summary={t.extend}>
      <Form method="post" className="form">
        <Named hold={hold} />
        <TextField
          type="date"
          name="sampai"
          label={t.until}
          hint={t.untilHint(formatDate(language, latest))}
          width="middle"
          defaultValue={latest}
        />
        <Choices name="alasan" label={t.why} options={optionsOf(t.reasons)} value="office-looks" />
        {hold.safeRescueDay !== null && (
          <Choices
            name="peringatan"
            label={t.warned}
            several
            options={[{ value: "ya", label: t.warnedYes }]}
          />
        )}
        <Actions>
          <Button look="plain" name="aksi" value="perpanjang">
            {t.extendSubmit}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function Release({ hold }: { readonly hold: HoldRow }) {
  const t = useTexts(replacementTexts);
  return (
    <Disclosure summary={t.release}>
      <Form method="post" className="form">
        <Named hold={hold} />
        <Choices name="alasan" label={t.why} options={optionsOf(t.reasons)} value="nobody-to-wait-for" />
        <Actions>
          <Button look="plain" name="aksi" value="lepas">
            {t.releaseSubmit}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function Named({ hold }: { readonly hold: HoldRow }) {
  return (
    <>
      <OperationField id={hold.operation} />
      <input type="hidden" name="penahanan" value={hold.id} />
    </>
  );
}
