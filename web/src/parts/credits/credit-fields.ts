import { LEVELS } from '@shixun/domain/calls/design/call'
import { choicesOf } from '../../frame/choices.ts'
import { channels, leaveKinds, posts } from '../../frame/credit-codes.ts'
import type { FormField } from '../../ui/form-field.ts'
import { t } from '../../words/words.ts'

/** Rows of the posts a teacher held. */
export function postField(): FormField {
  return {
    key: 'posts',
    title: t('credits.posts'),
    type: 'table',
    limits: { maxRows: 20 },
    columns: [
      { key: 'post', title: t('credits.post'), type: 'choice', required: true, choices: choicesOf('post', posts) },
      { key: 'from', title: t('credits.from'), type: 'date', required: true },
      { key: 'to', title: t('credits.toOpen'), type: 'date' },
    ],
  }
}

export function leaveField(): FormField {
  return {
    key: 'leaves',
    title: t('credits.leaves'),
    type: 'table',
    limits: { maxRows: 20 },
    columns: [
      {
        key: 'kind',
        title: t('credits.leave'),
        type: 'choice',
        required: true,
        choices: choicesOf('leave', leaveKinds),
      },
      { key: 'from', title: t('credits.from'), type: 'date', required: true },
      { key: 'to', title: t('credits.to'), type: 'date', required: true },
    ],
  }
}

const core = ['date', 'channel', 'hours', 'category', 'project', 'accredited']

/** The columns that most entries need, and those that hold something; all of them on demand. */
export function narrowed(
  field: FormField,
  rows: readonly Readonly<Record<string, unknown>>[],
  all: boolean,
): FormField {
  const columns = field.columns?.filter(
    ({ key }) => all || core.includes(key) || rows.some((row) => row[key] !== undefined && row[key] !== ''),
  )
  return { ...field, columns }
}

/** Lines of the ledger; the same columns are understood when a table is pasted. */
export function entryField(): FormField {
  return {
    key: 'entries',
    title: t('credits.entries'),
    type: 'table',
    limits: { maxRows: 500 },
    columns: [
      { key: 'date', title: t('credits.date'), type: 'date', required: true },
      {
        key: 'channel',
        title: t('credits.channel'),
        type: 'choice',
        required: true,
        choices: choicesOf('channel', channels),
      },
      { key: 'hours', title: t('credits.hours'), type: 'number', required: true, limits: { decimals: 2 } },
      { key: 'category', title: t('credits.category'), type: 'text' },
      { key: 'project', title: t('credits.project'), type: 'text' },
      { key: 'provider', title: t('credits.provider'), type: 'text' },
      {
        key: 'accredited',
        title: t('credits.accredited'),
        type: 'choice',
        choices: choicesOf('accredited', ['yes', 'no']),
      },
      {
        key: 'status',
        title: t('credits.status'),
        type: 'choice',
        choices: choicesOf('entryStatus', ['confirmed', 'pending']),
      },
      { key: 'level', title: t('credits.level'), type: 'choice', choices: choicesOf('level', LEVELS) },
      { key: 'module', title: t('credits.module'), type: 'text' },
      { key: 'activity', title: t('credits.activity'), type: 'text' },
      { key: 'due', title: t('credits.due'), type: 'number' },
      { key: 'actual', title: t('credits.actual'), type: 'number' },
      { key: 'id', title: t('credits.id'), type: 'text' },
      { key: 'reverses', title: t('credits.reverses'), type: 'text' },
    ],
  }
}
