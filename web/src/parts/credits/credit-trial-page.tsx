import './credits.css'
import type { BodyIn } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { choicesOf, oneOf, phases } from '../../frame/choices.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useNow } from '../../frame/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { asRows } from '../../ui/form-field.ts'
import { FormRows } from '../../ui/form-rows.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { entryField, leaveField, narrowed, postField } from './credit-fields.ts'
import { CreditResult } from './credit-result.tsx'
import { entriesOf, readEntries, type TrialRow } from './pasted-entries.ts'
import { PolicyWords } from './policy-words.tsx'

type Body = BodyIn<Routes['tryCredits']>
type Sample = OutputOf<'readCreditSamples'>['items'][number]

function parsed(text: string): { policy: unknown } | null {
  try {
    return { policy: JSON.parse(text) }
  } catch {
    return null
  }
}

/** 学分试算: what a policy makes of one teacher's entries, without anything being kept. */
export function CreditTrialPage() {
  const samples = useQuery('readCreditSamples', {})
  return (
    <>
      <PageHead
        title={t('menu.creditTrial')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.creditTrial') }]}
        help={t('credits.help')}
      />
      <QueryView query={samples} skeleton="form">
        {({ items }) => <TrialForm samples={items} />}
      </QueryView>
    </>
  )
}

function TrialForm({ samples }: { samples: readonly Sample[] }) {
  const today = formatDate(useNow())
  const [sample, setSample] = useState(samples[0])
  const [text, setText] = useState(() => JSON.stringify(samples[0]?.policy ?? {}, null, 2))
  const [asOf, setAsOf] = useState(today)
  const [entryDate, setEntryDate] = useState('2015-09-01')
  const [phase, setPhase] = useState<(typeof phases)[number]>('primary')
  const [posts, setPosts] = useState<unknown>([])
  const [leaves, setLeaves] = useState<unknown>([])
  const [entries, setEntries] = useState<readonly TrialRow[]>([])
  const [pasted, setPasted] = useState('')
  const [all, setAll] = useState(false)
  const [result, setResult] = useState<OutputOf<'tryCredits'> | null>(null)
  const { send, busy, problem, clear } = useSend('tryCredits')
  const fields = problem?.fields ?? {}
  const ofRows = Object.fromEntries(
    Object.entries(fields).filter(([pointer]) => /^\/(?:entries|teacher)\//.test(pointer)),
  )
  const ofPolicy = Object.entries(fields).filter(([pointer]) => !(pointer in ofRows))
  const policy = parsed(text)
  const edited = sample === undefined || text !== JSON.stringify(sample.policy, null, 2)
  const entry = entryField()
  const { rows, wrong } = readEntries(pasted, entry.columns ?? [])

  function choose(key: string) {
    const next = samples.find((one) => one.key === key)
    setSample(next)
    if (next) setText(JSON.stringify(next.policy, null, 2))
    setResult(null)
    clear()
  }
  /** What was pasted joins the table; asking for the result takes it along too, or it would silently be left out. */
  function takePasted(): readonly TrialRow[] {
    const whole = [...entries, ...rows]
    setEntries(whole)
    setPasted('')
    return whole
  }
  async function calculate() {
    if (policy === null) return
    const judged = rows.length > 0 ? takePasted() : entries
    const answer = await send({
      body: {
        // the server reads it member by member and says what is wrong
        policy: policy.policy as Body['policy'],
        teacher: {
          entryDate,
          phase,
          posts: asRows(posts).map(({ post, from, to }) => ({ post, from: from ?? '', to: to || null })),
          leaves: asRows(leaves).map(({ kind, from, to }) => ({ kind, from: from ?? '', to: to ?? '' })),
        } as Body['teacher'],
        entries: entriesOf(judged),
        asOf,
      },
    })
    setResult(answer.ok ? answer.body : null)
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void calculate()
      }}
    >
      <section class="card stack">
        <h2>{t('credits.policy')}</h2>
        <Field label={t('credits.sample')}>
          {(link) => (
            <Select
              {...link}
              value={sample?.key ?? ''}
              onChange={choose}
              options={samples.map(({ key, title }) => ({ value: key, label: title }))}
            />
          )}
        </Field>
        {sample && <p class="muted">{t('credits.source', { source: sample.source })}</p>}
        {sample && !edited && <PolicyWords words={sample.words} />}
        {edited && result && <PolicyWords words={result.words} />}
        {edited && !result && <p class="muted">{t('credits.editedHelp')}</p>}
        <details>
          <summary>{t('credits.editPolicy')}</summary>
          <Field
            label={t('credits.json')}
            help={t('credits.jsonHelp')}
            error={policy === null ? t('credits.notJson') : undefined}
          >
            {(link) => (
              <div class="policy-json">
                <Textarea
                  {...link}
                  rows={18}
                  value={text}
                  onChange={(next) => {
                    setText(next)
                    setResult(null)
                    clear()
                  }}
                />
              </div>
            )}
          </Field>
        </details>
      </section>
      <section class="card stack">
        <h2>{t('credits.teacher')}</h2>
        <div class="row">
          <Field label={t('credits.asOf')} required short error={fields['/asOf']}>
            {(link) => <DateInput {...link} value={asOf} onChange={setAsOf} />}
          </Field>
          <Field label={t('credits.entryDate')} required short error={fields['/teacher/entryDate']}>
            {(link) => <DateInput {...link} value={entryDate} onChange={setEntryDate} />}
          </Field>
          <Field label={t('credits.phase')} required short>
            {(link) => (
              <Select
                {...link}
                value={phase}
                onChange={(value) => setPhase(oneOf(phases, value))}
                options={choicesOf('phase', phases)}
                placeholder={null}
              />
            )}
          </Field>
        </div>
        <Field label={t('credits.posts')} group help={t('credits.postsHelp')}>
          {() => (
            <FormRows field={postField()} value={posts} onChange={setPosts} errors={ofRows} pointer="/teacher/posts" />
          )}
        </Field>
        <Field label={t('credits.leaves')} group>
          {() => (
            <FormRows
              field={leaveField()}
              value={leaves}
              onChange={setLeaves}
              errors={ofRows}
              pointer="/teacher/leaves"
            />
          )}
        </Field>
      </section>
      <section class="card stack">
        <h2>{t('credits.entries')}</h2>
        <Field label={t('credits.paste')} help={t('credits.pasteHelp')}>
          {(link) => (
            <Textarea
              {...link}
              rows={5}
              value={pasted}
              onChange={setPasted}
              placeholder={t('credits.pastePlaceholder')}
            />
          )}
        </Field>
        {wrong.length > 0 && (
          <Callout kind="warning" title={t('credits.unread')}>
            {wrong.slice(0, 8).map(({ line, title, cell }) => (
              <div key={`${line}${title}`}>{t('credits.unreadLine', { line, title, cell })}</div>
            ))}
          </Callout>
        )}
        <div class="row">
          <Button onClick={() => setPasted(t('credits.exampleRows'))}>{t('credits.example')}</Button>
          <Button disabled={rows.length === 0} onClick={takePasted}>
            {t('credits.take', { n: rows.length })}
          </Button>
          {entries.length > 0 && <Button onClick={() => setEntries([])}>{t('credits.clearAll')}</Button>}
        </div>
        <Checkbox checked={all} onChange={setAll}>
          {t('credits.allColumns')}
        </Checkbox>
        <FormRows
          field={narrowed(entry, entries, all)}
          value={entries}
          onChange={(next) => setEntries(asRows(next))}
          errors={ofRows}
          pointer="/entries"
        />
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
            {ofPolicy.slice(0, 10).map(([pointer, detail]) => (
              <div key={pointer}>{t('credits.at', { pointer: pointer.replace(/^\/policy/, ''), detail })}</div>
            ))}
          </Callout>
        )}
        <div class="row">
          <Button kind="primary" type="submit" busy={busy} disabled={policy === null}>
            {t('credits.calculate')}
          </Button>
        </div>
      </section>
      {result && <CreditResult result={result} />}
    </form>
  )
}
