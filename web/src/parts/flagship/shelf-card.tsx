import { Button } from '../../ui/button.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import type { ItemOf } from '../../use-pages.ts'
import { formatDate } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

interface ShelfCardProps {
  card: ItemOf<'searchListings'>
  onAdopt: () => void
}

function Facet({ name, value, label }: { name: string; value: string; label?: string | undefined }) {
  if (value === '') return null
  return (
    <a class="shelf-facet" href={`/catalogue?${new URLSearchParams({ [name]: value })}`}>
      {label ?? value}
    </a>
  )
}

/** A listing in the result: what it is, whose it is, and why it was found. */
export function ShelfCard({ card, onAdopt }: ShelfCardProps) {
  return (
    <li class="card shelf-card">
      <div class="shelf-what">
        <h2>
          <a href={`/catalogue/${card.id}`}>{card.title}</a> <StateTag group="listing" state={card.grade} />
        </h2>
        <p class="shelf-facets">
          <Facet name="level" value={card.level} label={wordFor('level', card.level)} />
          <Facet name="phase" value={card.phase} />
          <Facet name="subject" value={card.subject} />
          <Facet name="module" value={card.module} />
          <Facet name="mode" value={card.mode} />
          {card.model !== null && (
            <Facet name="model" value={card.model} label={t('flagship.modelIs', { model: card.model })} />
          )}
        </p>
        <p class="muted">
          {[
            t('flagship.from', { origin: card.originName }),
            t('flagship.curatedBy', { curator: card.curatorName }),
            t('flagship.listedOn', { day: formatDate(card.listedAt) }),
            ...(card.number === null ? [] : [card.number]),
          ].join(' · ')}
        </p>
        {card.why.length > 0 && <p class="shelf-why">{t('flagship.why', { reasons: card.why.join('；') })}</p>}
      </div>
      <div class="shelf-side">
        <span>
          <strong>{card.adoptions}</strong> {t('flagship.adoptions')}
        </span>
        {card.actions.includes('adopt') && (
          <Button kind="primary" size="small" onClick={onAdopt}>
            {t('flagship.adopt')}
          </Button>
        )}
      </div>
    </li>
  )
}
