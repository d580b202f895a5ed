import type { ReactElement } from "react";
import { Actions, ButtonLink } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { type Status, Tag } from "./tag.tsx";

export type NameCard = {
  readonly id: string;
  /** Code of the region it speaks about, where it is one. */
  readonly region?: string | undefined;
  readonly name: string;
  readonly href?: string | undefined;
  /** Who answers there. */
  readonly who?: string | undefined;
  readonly mark: { readonly status: Status; readonly text: string };
  readonly why: string;
  /** What else there is to say. */
  readonly also?: string | undefined;
  /** A question to ask word for word. */
  readonly say?: string | undefined;
  /** Something that is not known, in place of a dead button. */
  readonly missing?: string | undefined;
  readonly actions: readonly {
    readonly href: string;
    readonly text: string;
    /** Says it without the card around it. */
    readonly label: string;
    readonly icon?: IconName;
    readonly isOutside?: boolean;
  }[];
};

/** At most three names with why each of them; `isUrgent` gives the first one the page's filled button. */
export function NameCards(props: {
  readonly title: string;
  readonly cards: readonly NameCard[];
  readonly isUrgent?: boolean;
}): ReactElement | null {
  const { title, cards, isUrgent = false } = props;
  if (cards.length === 0) return null;
  return (
    <section aria-label={title}>
      <ol className="name-cards">
        {cards.map((card, at) => (
          <One key={card.id} card={card} at={at} isFirst={isUrgent && at === 0} />
        ))}
      </ol>
    </section>
  );
}

type OneProps = { readonly card: NameCard; readonly at: number; readonly isFirst: boolean };

function One({ card, at, isFirst }: OneProps): ReactElement {
  const { region, name, href, who, mark, why, also, say, missing, actions } = card;
  return (
    <li
      className={isFirst ? "card name-card first-step" : "card name-card"}
      {...(region === undefined ? {} : { "data-region": region })}
    >
      <div className="name-card-head">
        <span className="place-number" aria-hidden="true">
          {at + 1}
        </span>
        <div>
          <h2>{href === undefined ? name : <a href={href}>{name}</a>}</h2>
          {who !== undefined && <p className="quiet small">{who}</p>}
        </div>
        <Tag status={mark.status}>{mark.text}</Tag>
      </div>
      <div>
        <p>{why}</p>
        {also !== undefined && <p className="quiet small">{also}</p>}
      </div>
      {say !== undefined && <p className="say">“{say}”</p>}
      {missing !== undefined && <p className="quiet small">{missing}</p>}
      {actions.length > 0 && (
        <Actions>
          {actions.map(({ href: to, text, label, icon, isOutside }, which) => (
            <ButtonLink
              key={to}
              href={to}
              aria-label={label}
              {...(isFirst && which === 0 ? {} : { look: "plain" as const })}
              {...(isOutside ? { rel: "noreferrer", target: "_blank" } : {})}
            >
              {icon && <Icon name={icon} />} {text}
            </ButtonLink>
          ))}
        </Actions>
      )}
    </li>
  );
}
