import { endMeanings, pairEndReasons } from "@tuwai/domain/endings";
import type { ShownPair } from "@tuwai/server/matching";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { formatMonth } from "#language/format.ts";
import { replacementTexts } from "#language/replacements.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, ButtonLink, Card, Choices, Disclosure, Notice, TextField } from "#ui";

/** One pair about to be ended, with what follows from each reason beside it. */
export function EndPairForm(props: { readonly pair: ShownPair; readonly operation: string }): ReactElement {
  const t = useTexts(replacementTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { pair, operation } = props;
  const { person, sponsorName, pledgeCode, suggested, months } = pair;
  const c = t.follows;
  return (
    <Card title={t.end.pair(person.name ?? person.code ?? "", sponsorName ?? pledgeCode)}>
      <Form method="post" className="form" action={to("/sponsor/pengganti")}>
        <OperationField id={operation} />
        <input type="hidden" name="pekerja" value={person.code} />
        <input type="hidden" name="versi" value={pair.version} />
        <Choices
          name="alasan"
          label={t.end.why}
          options={pairEndReasons.map((reason) => ({
            value: reason,
            label: capital(t.ends[reason]),
          }))}
          value={suggested ?? undefined}
        />
        <Disclosure summary={t.end.follows}>
          <ul>
            {pairEndReasons.map((reason) => (
              <li key={reason}>
                <strong>{capital(t.ends[reason])}</strong>:{" "}
                {[
                  t.end.owedUntil(formatMonth(language, months[reason]!)),
                  c.refunds[endMeanings[reason].refunds],
                  c.holds[endMeanings[reason].holds],
                  ...(endMeanings[reason].isHistory ? [] : [c.outside]),
                ].join("; ")}
              </li>
            ))}
          </ul>
        </Disclosure>
        <Actions>
          <Button look="danger" name="aksi" value="akhiri">
            {t.end.submit}
          </Button>
          <ButtonLink look="plain" href={to("/sponsor/pengganti")}>
            {t.end.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Finds the pair of a worker by the worker's code, never by name. */
export function FindPairForm(props: { readonly typed: string; readonly isUnknown: boolean }): ReactElement {
  const t = useTexts(replacementTexts).end;
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      {props.isUnknown && <Notice tone="warn">{t.notFound(props.typed)}</Notice>}
      <form method="get" className="form">
        <TextField
          name="pekerja"
          label={t.code}
          hint={t.codeHint}
          width="middle"
          maxLength={20}
          autoComplete="off"
          defaultValue={props.typed}
        />
        <Actions>
          <Button look="plain">{t.find}</Button>
        </Actions>
      </form>
    </Card>
  );
}
