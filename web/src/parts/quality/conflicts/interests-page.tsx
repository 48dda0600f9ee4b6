import './conflicts.css'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { focusFirstError } from '../../../ui/first-error.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { t, wordFor } from '../../../words/words.ts'
import { bodyOf, draftOf, type InterestDraft } from './interest-draft.ts'
import { TieRow, UnitRow } from './interest-rows.tsx'

type Interests = OutputOf<'readMyInterests'>

function Standing({ mine }: { mine: Interests }) {
  const { confirmedOn, dueOn } = mine
  if (!mine.due)
    return <Callout kind="success">{t('conflicts.confirmedOn', { day: confirmedOn ?? '', due: dueOn ?? '' })}</Callout>
  return (
    <Callout kind="warning" title={t('conflicts.due')}>
      {confirmedOn === null ? t('conflicts.dueHelp') : t('conflicts.dueLate', { day: confirmedOn })}
    </Callout>
  )
}

function Known({ mine }: { mine: Interests }) {
  const { yearsAfterLeaving, yearsOfJointWork, binding } = mine.rules
  return (
    <section class="card stack">
      {mine.known.length > 0 && (
        <>
          <h2>{t('conflicts.known')}</h2>
          <p class="muted">{t('conflicts.knownHelp')}</p>
          <ul class="conflict-words">
            {mine.known.map(({ kind, name }) => (
              <li key={`${kind} ${name}`}>
                {wordFor('role', kind === 'school' ? 'school_admin' : kind)}：{name}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('conflicts.binding')}</h2>
      <p class="muted">{t('conflicts.bindingHelp', { leaving: yearsAfterLeaving, joint: yearsOfJointWork })}</p>
      <div class="row">
        {binding.map((rule) => (
          <Tag key={rule}>{wordFor('conflictRule', rule)}</Tag>
        ))}
      </div>
    </section>
  )
}

function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at)
}

function replaced<T>(list: readonly T[], at: number, one: T): T[] {
  return list.map((other, index) => (index === at ? one : other))
}

function Declaration({ mine, onRead }: { mine: Interests; onRead: () => void }) {
  const { district } = useActing()
  const [draft, setDraft] = useState<InterestDraft>(() => draftOf(mine))
  const { send, busy, problem, clear } = useSend('saveMyInterests')
  const { units, ties } = draft
  const errors = problem?.fields ?? {}
  const stale = problem?.code === 'version-stale'
  async function confirm() {
    const answer = await send({ params: { district }, body: bodyOf(draft), ifMatch: mine.version })
    if (!answer.ok) {
      setTimeout(focusFirstError)
      return
    }
    showToast({ kind: 'success', text: t('conflicts.confirmed') })
    onRead()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void confirm()
      }}
    >
      {problem && (
        <Callout
          kind="error"
          title={stale ? t('conflicts.stale') : problem.title}
          actions={
            stale && (
              <Button
                size="small"
                onClick={() => {
                  clear()
                  onRead()
                }}
              >
                {t('conflicts.reload')}
              </Button>
            )
          }
        >
          {stale ? t('conflicts.staleHelp') : problem.detail}
        </Callout>
      )}
      <section class="card stack">
        <h2>{t('conflicts.units')}</h2>
        <p class="muted">{t('conflicts.unitsHelp')}</p>
        {units.length === 0 && <p>{t('conflicts.noUnits')}</p>}
        {units.map((row, at) => (
          <UnitRow
            // a row has no name of its own before it is stored; its place is its key
            key={at}
            at={at}
            row={row}
            errors={errors}
            onChange={(one) => setDraft({ ...draft, units: replaced(units, at, one) })}
            onRemove={() => setDraft({ ...draft, units: without(units, at) })}
          />
        ))}
        <Button
          size="small"
          icon="plus"
          onClick={() =>
            setDraft({ ...draft, units: [...units, { kind: 'school', unitId: null, name: '', since: '', until: '' }] })
          }
        >
          {t('conflicts.addUnit')}
        </Button>
      </section>
      <section class="card stack">
        <h2>{t('conflicts.ties')}</h2>
        <p class="muted">{t('conflicts.tiesHelp')}</p>
        {ties.length === 0 && <p>{t('conflicts.noTies')}</p>}
        {ties.map((row, at) => (
          <TieRow
            key={at}
            at={at}
            row={row}
            errors={errors}
            onChange={(one) => setDraft({ ...draft, ties: replaced(ties, at, one) })}
            onRemove={() => setDraft({ ...draft, ties: without(ties, at) })}
          />
        ))}
        <Button
          size="small"
          icon="plus"
          onClick={() => setDraft({ ...draft, ties: [...ties, { name: '', kind: 'kin', since: '', until: '' }] })}
        >
          {t('conflicts.addTie')}
        </Button>
      </section>
      <div class="row">
        <Button kind="primary" type="submit" busy={busy}>
          {t('conflicts.confirm')}
        </Button>
        {units.length + ties.length === 0 && <span class="muted">{t('conflicts.nothing')}</span>}
      </div>
    </form>
  )
}

/** 我的利益关系: declared by whoever decides, confirmed every year. */
export function InterestsPage() {
  const { district } = useActing()
  const query = useQuery('readMyInterests', { params: { district } })
  const [round, setRound] = useState(0)
  return (
    <>
      <PageHead
        title={t('conflicts.title')}
        help={t('conflicts.help')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('conflicts.title') }]}
      />
      <QueryView query={query}>
        {(mine) => (
          <div class="stack">
            <Standing mine={mine} />
            <Declaration
              key={`${round} ${mine.version}`}
              mine={mine}
              onRead={() => {
                setRound(round + 1)
                query.refresh()
              }}
            />
            <Known mine={mine} />
          </div>
        )}
      </QueryView>
    </>
  )
}
