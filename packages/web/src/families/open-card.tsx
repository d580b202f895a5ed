import { openPurposes } from "@tuwai/domain/families";
import type { ReactElement } from "react";
import { familyTexts } from "#language/families.ts";
import { useTexts } from "#language/use-texts.ts";
import { Button, Card, Choices, Disclosure, Notice } from "#ui";

/** Names are opened for a reason that is noted, on this page only and this once. */
export function OpenCard(props: {
  readonly isOpen: boolean;
  readonly error: string | undefined;
}): ReactElement {
  const t = useTexts(familyTexts).open;
  if (props.isOpen) return <Notice tone="warn">{t.isOpen}</Notice>;
  const form = (
    <form method="post" className="form" noValidate>
      <p className="quiet small">{t.lead}</p>
      <input type="hidden" name="tindakan" value="buka" />
      <Choices
        name="untuk"
        label={t.purpose}
        options={openPurposes.map((value) => ({ value, label: t.purposes[value] }))}
        error={props.error}
      />
      <div>
        <Button look="plain">{t.submit}</Button>
      </div>
    </form>
  );
  return props.error === undefined ? (
    <Disclosure summary={t.title}>{form}</Disclosure>
  ) : (
    <Card title={t.title}>{form}</Card>
  );
}
