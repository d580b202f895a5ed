import type { ReactElement } from "react";
import { contactTexts } from "#language/contacts.ts";
import { useTexts } from "#language/use-texts.ts";
import { DescriptionList } from "./description-list.tsx";

type Name = keyof typeof contactTexts.id.names;
type Numbers = Readonly<Record<Name, string | null>>;

const order: readonly Name[] = ["careLine", "cityPhone", "cityWhatsapp", "branchPhone", "branchWhatsapp"];

/** Whom to call: each number as a link that dials or opens WhatsApp. With `missing` it also says what nobody has filled in. */
export function ContactLinks(props: {
  readonly numbers: Numbers | null;
  readonly missing?: boolean;
}): ReactElement | null {
  const t = useTexts(contactTexts);
  const { numbers, missing = false } = props;
  if (numbers === null) return null;
  const shown = order.filter((name) => missing || numbers[name] !== null);
  return (
    <DescriptionList
      facts={shown.map((name) => ({
        name: t.names[name],
        value:
          numbers[name] === null ? <span className="quiet">{t.missing}</span> : link(name, numbers[name], t),
      }))}
    />
  );
}

function link(
  name: Name,
  number: string,
  t: { readonly call: (number: string) => string; readonly write: (number: string) => string },
): ReactElement {
  const spelt = spell(number);
  return name.endsWith("Whatsapp") ? (
    <a href={`https://wa.me/${number.replace("+", "")}`} rel="noreferrer">
      {t.write(spelt)}
    </a>
  ) : (
    <a href={`tel:${number}`}>{t.call(spelt)}</a>
  );
}

/** "+6281234567890" as Indonesians read it: 0812-3456-7890. */
function spell(number: string): string {
  if (!number.startsWith("+62")) return number;
  const national = `0${number.slice(3)}`;
  return national.replace(/^(\d{4})(\d{3,4})(\d*)$/, (_, a: string, b: string, c: string) =>
    [a, b, c].filter((part) => part !== "").join("-"),
  );
}
