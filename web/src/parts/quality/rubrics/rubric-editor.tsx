import './rubrics.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { t } from '../../../words/words.ts'
import { BandsEditor } from './bands-editor.tsx'
import { CriterionRow } from './criterion-row.tsx'
import { type RubricProblem, RubricProblems } from './rubric-problems.tsx'
import { RubricRules } from './rubric-rules.tsx'
import { RubricSum } from './rubric-sum.tsx'
import type { Rubric } from './rubric-tree.ts'
import { TreeToolbar } from './tree-toolbar.tsx'
import { useTree } from './use-tree.ts'
import type { Undo } from './use-undo.ts'

export const purposes = ['review', 'completion'] as const
type Purpose = (typeof purposes)[number]
/** What is written: the text and what it is for. */
export interface RubricDraft {
  purpose: Purpose
  body: Rubric
}

interface RubricEditorProps {
  history: Undo<RubricDraft>
  problems: readonly RubricProblem[]
  /** Refused members, by pointer into the rubric: they were not saved. */
  refused: Readonly<Record<string, string>>
  /** Above the tree: a conflict, a refusal. */
  notice?: ComponentChildren
  onPreview: () => void
}

const emptiness: readonly string[] = ['required', 'points_required', 'cap_required', 'empty_group', 'metric_required']

/** A rubric as an outline: rows with points, live sums, and what is still to settle beside it. */
export function RubricEditor({ history, problems, refused, notice, onPreview }: RubricEditorProps) {
  const { purpose, body } = history.value
  const set = (change: Partial<Rubric>, mark?: string) => history.set({ purpose, body: { ...body, ...change } }, mark)
  const tree = useTree(body.criteria, (criteria, mark) => set({ criteria }, mark), history)
  // what is merely not written yet is not painted red until somebody asks
  const [asked, setAsked] = useState(false)
  const told = problems.filter(({ problem }) => asked || !emptiness.includes(problem))
  const wrong = { ...Object.fromEntries(told.map(({ pointer, detail }) => [pointer, detail])), ...refused }
  function go(pointer: string) {
    setAsked(true)
    const row = rowAt(pointer)
    if (row) return tree.focus(row.key, row.field)
    const goal = document.querySelector<HTMLElement>(
      `[data-pointer="${pointer.replace(/\/(?:title|from|key)$/, '') || pointer}"]`,
    )
    const place = goal ?? document.querySelector<HTMLElement>(`[data-pointer="${pointer}"]`)
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('input, select, button')?.focus()
  }
  /** The row that a pointer leads to, and the field of it. */
  function rowAt(pointer: string): { key: string; field: string } | null {
    const found = /^((?:\/(?:criteria|children)\/\d+)+)(?:\/(\w+))?$/.exec(pointer)
    if (!found) return null
    const path = [...(found[1] ?? '').matchAll(/\d+/g)].map(Number)
    const siblings = path.slice(0, -1).reduce((list, at) => list[at]?.children ?? [], body.criteria)
    const node = siblings[path[path.length - 1] ?? 0]
    if (!node) return null
    const member = found[2] ?? 'title'
    const field = member === 'max' && node.kind === 'group' ? 'target' : member
    return { key: node.key, field: ['key', 'children'].includes(field) ? 'title' : field }
  }
  const open = tree.opened.size > 0
  return (
    <div class="rubric-desk">
      <div class="rubric-main">
        {notice}
        <section class="card">
          <div class="grid-2">
            <Field label={t('quality.rubricTitle')} required error={wrong['/title']} pointer="/title">
              {(link) => (
                <TextInput {...link} value={body.title} onChange={(title) => set({ title }, 'title')} maxLength={80} />
              )}
            </Field>
            <Field
              label={t('quality.purpose')}
              required
              help={purpose === 'review' ? t('quality.reviewHelp') : t('quality.completionHelp')}
            >
              {(link) => (
                <Select
                  {...link}
                  value={purpose}
                  onChange={(value) => history.set({ body, purpose: oneOf(purposes, value) })}
                  options={choicesOf('purpose', purposes)}
                  placeholder={null}
                />
              )}
            </Field>
          </div>
        </section>
        <section class="card" data-pointer="/criteria">
          <div class="rubric-bar">
            <RubricSum criteria={body.criteria} />
            <TreeToolbar tree={tree} history={history} />
          </div>
          <fieldset class="crit-tree" onKeyDown={tree.onKeyDown} aria-describedby="crit-keys">
            <legend class="visually-hidden">{t('quality.criteria')}</legend>
            {body.criteria.length === 0 && <p class="muted crit-none">{t('rubrics.empty')}</p>}
            <ol class="crit-list crit-top">
              {body.criteria.map((node, at) => (
                <CriterionRow key={node.key} node={node} path={[at]} tree={tree} wrong={wrong} />
              ))}
            </ol>
          </fieldset>
          <div class="row">
            <Button kind="text" size="small" onClick={() => tree.openAll(!open)}>
              {open ? t('rubrics.closeAll') : t('rubrics.openAll')}
            </Button>
            <Button kind="text" size="small" onClick={onPreview}>
              {t('rubrics.preview')}
            </Button>
          </div>
          <p class="muted crit-keys" id="crit-keys">
            {t('rubrics.keys')}
          </p>
          <div class="visually-hidden" role="status">
            {tree.said}
          </div>
        </section>
        <section class="card">
          <h2>{t('quality.bands')}</h2>
          <BandsEditor bands={body.bands} wrong={wrong} onChange={(bands, mark) => set({ bands }, mark)} />
        </section>
        <RubricRules rubric={body} wrong={wrong} onChange={set} />
      </div>
      <RubricProblems problems={problems} onGo={go} />
    </div>
  )
}
