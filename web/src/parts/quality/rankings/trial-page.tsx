import './rankings.css'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import { type PastedProblem, type PastedSheet, readSheets } from './pasted-sheets.ts'
import { TrialResult } from './trial-result.tsx'
import { trialSample } from './trial-sample.ts'

const methods = ['mean', 'median', 'trimmed', 'severity_adjusted'] as const
const layouts = ['matrix', 'transposed', 'long'] as const
const most = 5000
const told = 10

function problemText({ kind, line, column, value = '', item = '', rater = '' }: PastedProblem): string {
  const where = column === undefined ? t('trial.at', { line }) : t('trial.atCell', { line, column })
  return `${where}：${t(`trial.wrong.${kind}`, { value, item, rater })}`
}

/** What cannot be read, by row and column. */
function Problems({ problems }: { problems: readonly PastedProblem[] }) {
  return (
    <Callout kind="error" title={t('trial.wrongTitle', { n: problems.length })}>
      <ul class="trial-wrong">
        {problems.slice(0, told).map((problem) => (
          <li key={`${problem.line}/${problem.column}`}>{problemText(problem)}</li>
        ))}
      </ul>
      {problems.length > told && t('trial.wrongMore', { n: problems.length - told })}
    </Callout>
  )
}

interface Outcome {
  of: string
  sheets: readonly PastedSheet[]
  result: OutputOf<'tryPanel'>
}

/** 试算: what the methods make of old sheets, without anything being kept. */
export function TrialPage() {
  const { send, busy, problem, clear } = useSend('tryPanel')
  const [text, setText] = useState('')
  const [method, setMethod] = useState<(typeof methods)[number]>('mean')
  const [layout, setLayout] = useState<(typeof layouts)[number] | ''>('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const read = readSheets(text, layout || null)
  const { sheets, problems, lines } = read
  const asked = JSON.stringify([text, method, layout])
  const tooMany = sheets.length > most
  const ready = sheets.length > 0 && problems.length === 0 && !tooMany
  async function calculate() {
    const answer = await send({ body: { sheets, method } })
    if (answer.ok) setOutcome({ of: asked, sheets, result: answer.body })
  }
  function edit(next: string) {
    setText(next)
    clear()
  }
  return (
    <>
      <PageHead
        title={t('menu.trial')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.trial') }]}
        help={t('trial.help')}
      />
      <form
        class="card stack no-print"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && ready) void calculate()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
            {Object.entries(problem.fields)
              .slice(0, told)
              .map(([pointer, detail]) => (
                <div key={pointer}>
                  {t('trial.at', { line: lines[Number(/^\/sheets\/(\d+)/.exec(pointer)?.[1])] ?? '—' })}：{detail}
                </div>
              ))}
          </Callout>
        )}
        <Field label={t('trial.table')} required help={t('trial.tableHelp')}>
          {(link) => (
            <Textarea {...link} value={text} onChange={edit} rows={9} placeholder={t('quality.trialPlaceholder')} />
          )}
        </Field>
        <div class="row">
          <Button onClick={() => edit(trialSample())}>{t('trial.sample')}</Button>
          {text !== '' && <Button onClick={() => edit('')}>{t('trial.clear')}</Button>}
        </div>
        {sheets.length > 0 && (
          <p class="muted" role="status">
            {t('trial.read', {
              sheets: sheets.length,
              items: new Set(sheets.map(({ item }) => item)).size,
              raters: new Set(sheets.map(({ rater }) => rater)).size,
              layout: t(`trial.layout.${read.layout}`),
            })}
          </p>
        )}
        {problems.length > 0 && <Problems problems={problems} />}
        {tooMany && <Callout kind="error">{t('trial.most', { most, n: sheets.length })}</Callout>}
        <Field label={t('trial.layout')} short>
          {(link) => (
            <Select
              {...link}
              value={layout}
              onChange={(value) => setLayout(layouts.find((one) => one === value) ?? '')}
              placeholder={t('trial.layout.auto')}
              options={layouts.map((value) => ({ value, label: t(`trial.layout.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('quality.method')} group required>
          {() => (
            <RadioGroup
              value={method}
              onChange={(value) => setMethod(oneOf(methods, value))}
              options={choicesOf('method', methods)}
            />
          )}
        </Field>
        <div class="row">
          <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
            {t('trial.calculate')}
          </Button>
          {outcome && outcome.of !== asked && (
            <span class="muted" role="status">
              {t('trial.stale')}
            </span>
          )}
        </div>
      </form>
      {outcome && <TrialResult result={outcome.result} sheets={outcome.sheets} />}
    </>
  )
}
