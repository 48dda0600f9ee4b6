import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'
import { useToday } from '../training/use-today.ts'
import { PlanItems } from './plan-items.tsx'

type Imported = OutputOf<'importPlan'>

function Result({ result, year, onAgain }: { result: Imported; year: number; onAgain: () => void }) {
  const doubtful = result.items.filter(({ doubts }) => doubts.length > 0).length
  const { incomplete } = result
  return (
    <div class="stack">
      <Callout
        kind="success"
        title={t('plans.imported', { n: result.items.length })}
        actions={
          <>
            <Button size="small" onClick={onAgain}>
              {t('plans.again')}
            </Button>
            <Button size="small" kind="primary" href={`/plans?year=${year}`}>
              {t('plans.toPlan')}
            </Button>
          </>
        }
      >
        {doubtful > 0 ? t('plans.importedDoubts', { n: doubtful }) : t('plans.importedSound')}
      </Callout>
      {incomplete.length > 0 && (
        <Callout kind="warning" title={t('plans.incomplete', { n: incomplete.length })}>
          <p>{t('plans.incompleteHelp')}</p>
          <ul class="plan-broken">
            {incomplete.map(({ line, no, text, missing }) => (
              <li key={`${line} ${no} ${text}`}>
                {line !== null && <strong>{t('plans.line', { line })}</strong>} {text}
                <span class="muted">
                  （{t('plans.lacks', { what: missing.map((what) => wordFor('planCell', what)).join('、') })}）
                </span>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <section class="card">
        <PlanItems items={result.items} />
      </section>
    </div>
  )
}

/** A plan table pasted from Word, Excel or text: original words are kept, doubts are told, nothing is invented. */
export function ImportPlan() {
  const { district } = useActing()
  const { query } = useLocation()
  const thisYear = Number(useToday().slice(0, 4))
  const { send, busy, problem } = useSend('importPlan')
  const [typed, setTyped] = useState<number | null>(query['year'] === undefined ? null : Number(query['year']))
  const [text, setText] = useState('')
  const [result, setResult] = useState<Imported | null>(null)
  const year = typed ?? thisYear
  const errors = problem?.fields ?? {}
  async function run() {
    const answer = await send({ params: { district }, body: { year, text } })
    if (answer.ok) setResult(answer.body)
  }
  return (
    <>
      <PageHead
        title={t('plans.import')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.plans'), href: '/plans' },
          { label: t('plans.import') },
        ]}
        help={t('plans.importHelp')}
      />
      {result ? (
        <Result
          result={result}
          year={year}
          onAgain={() => {
            setResult(null)
            setText('')
          }}
        />
      ) : (
        <form
          class="card stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy && text.trim() !== '') void run()
          }}
        >
          {problem && (
            <Callout kind="error" title={problem.title}>
              {problem.detail}
            </Callout>
          )}
          <Field label={t('plans.year')} required short error={errors['/year']}>
            {(link) => <NumberInput {...link} value={year} onChange={setTyped} />}
          </Field>
          <Field label={t('plans.table')} required help={t('plans.tableHelp')} error={errors['/text']}>
            {(link) => (
              <Textarea
                {...link}
                value={text}
                onChange={setText}
                rows={14}
                maxLength={200_000}
                placeholder={t('plans.placeholder')}
              />
            )}
          </Field>
          <div class="row">
            <Button href="/plans">{t('ui.cancel')}</Button>
            <Button kind="primary" type="submit" busy={busy} disabled={text.trim() === ''}>
              {t('frame.import')}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
