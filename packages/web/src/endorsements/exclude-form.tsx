import type { ReactElement } from "react";
import { useLocation } from "react-router";
import type { EndorsementItem } from "@tuwai/server/endorsements";
import { OperationField } from "#shell";
import { eligibilityTexts } from "#language/eligibility.ts";
import { useTexts } from "#language/use-texts.ts";
import { Actions, Button, ButtonLink, Card, Choices, withQuery, optionsOf } from "#ui";

/** One person about to be left out; asked for by `?keluarkan=` in the address. */
export function ExcludeForm(props: {
  readonly item: EndorsementItem & { readonly operation: string };
  readonly version: number;
  readonly error: string | undefined;
}): ReactElement {
  const t = useTexts(eligibilityTexts);
  const { pathname, search } = useLocation();
  const { item, version, error } = props;
  return (
    <Card id="keluarkan" title={t.exclude.title(item.person.name ?? t.list.nobody)}>
      <p>{t.exclude.lead}</p>
      <form method="post" className="form" noValidate>
        <OperationField id={item.operation} />
        <input type="hidden" name="versi" value={version} />
        <input type="hidden" name="orang" value={item.person.id} />
        <Choices name="alasan" label={t.exclude.why} options={optionsOf(t.exclusions)} error={error} />
        <Actions>
          <Button look="danger" name="aksi" value="keluarkan">
            {t.exclude.submit}
          </Button>
          <ButtonLink look="plain" href={pathname + withQuery(search, { keluarkan: null })}>
            {t.exclude.cancel}
          </ButtonLink>
        </Actions>
      </form>
    </Card>
  );
}
