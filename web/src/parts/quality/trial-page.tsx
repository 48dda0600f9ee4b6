import type { TrialPanel } from '@shixun/domain/quality/trial-panel'
import { useState } from 'preact/hooks'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { readSheets } from './pasted-sheets.ts'
import { methods } from './rubric-tree.ts'
import { TrialResult } from './trial-result.tsx'

const most = 5000
const example = `项目\t专家1\t专家2\t专家3\t专家4\t专家5
初中数学单元教学研修\t88\t91\t85\t90\t87
小学班主任工作坊\t82\t95\t80\t86\t84
幼儿园园长影子培训\t76\t89\t72\t81\t78
乡村教师信息技术提升\t91\t96\t88\t93\t90
高中思政课集体备课\t64\t97\t66\t70\t68`

/** 试算: what a method makes of old sheets, without anything being kept. */
export function TrialPage() {
  const { send, busy, problem, clear } = useSend('tryPanel')
  const [text, setText] = useState('')
  const [method, setMethod] = useState<(typeof methods)[number]>('mean')
  const [result, setResult] = useState<TrialPanel | null>(null)
  const { sheets, wrong } = readSheets(text)
  const errors = Object.entries(problem?.fields ?? {})
  async function calculate() {
    const answer = await send({ body: { sheets: sheets.slice(0, most), method } })
    // the contract leaves the answer open: it is what the trial of the quality engine prints
    if (answer.ok) setResult(answer.body as TrialPanel)
  }
  return (
    <>
      <PageHead
        title={t('menu.trial')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.trial') }]}
        help={t('quality.trialHelp')}
      />
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && sheets.length > 0) void calculate()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
            {errors.slice(0, 5).map(([pointer, detail]) => (
              <div key={pointer}>
                {t('quality.trialLine', {
                  line: pointer.replace(/^\/sheets\/(\d+).*/, (_, n) => String(Number(n) + 1)),
                  detail,
                })}
              </div>
            ))}
          </Callout>
        )}
        <Field label={t('quality.trialTable')} required help={t('quality.trialTableHelp')}>
          {(link) => (
            <Textarea
              {...link}
              value={text}
              onChange={(next) => {
                setText(next)
                clear()
              }}
              rows={9}
              placeholder={t('quality.trialPlaceholder')}
            />
          )}
        </Field>
        {text.trim() !== '' && (
          <p class={wrong.length > 0 ? 'field-error' : 'muted'} role="status">
            {wrong.length > 0
              ? t('quality.trialWrong', { lines: wrong.slice(0, 10).join('、') })
              : t('quality.trialRead', {
                  sheets: sheets.length,
                  items: new Set(sheets.map(({ item }) => item)).size,
                  raters: new Set(sheets.map(({ rater }) => rater)).size,
                })}
          </p>
        )}
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
          <Button onClick={() => setText(example)}>{t('quality.trialExample')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={sheets.length === 0}>
            {t('quality.calculate')}
          </Button>
        </div>
      </form>
      {result && <TrialResult result={result} />}
    </>
  )
}
