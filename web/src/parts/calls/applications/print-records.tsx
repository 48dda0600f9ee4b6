import '../../../ui/form-rows.css'
import { ROLES } from '@shixun/domain/identity/role'
import type { ComponentChildren } from 'preact'
import type { OutputOf } from '../../../call.ts'
import { formatInstant, formatSize } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Application } from './application-moves.tsx'

interface RecordsProps {
  title: string
  heads: readonly string[]
  empty: string
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[]
}

function Records({ title, heads, empty, rows }: RecordsProps) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <table class="form-rows-read">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, at) => (
                  <td key={heads[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** 附件清单 with the checksum by which a file on disk is known to be the one handed in. */
export function PrintFiles({ files }: { files: Application['attachments'] }) {
  return (
    <Records
      title={t('files.attachmentList')}
      empty={t('calls.noAttachments')}
      heads={[t('files.no'), t('files.fileName'), t('files.fileSize'), 'SHA-256']}
      rows={files.map(({ id, name, size, sha256 }, at) => ({
        key: id,
        cells: [at + 1, name, formatSize(size), <span class="print-hash">{sha256}</span>],
      }))}
    />
  )
}

export function PrintSubmissions({ items }: { items: OutputOf<'listSubmissions'>['items'] }) {
  return (
    <Records
      title={t('files.submissions')}
      empty={t('files.noSubmissions')}
      heads={[t('files.no'), t('files.at'), t('calls.form'), t('calls.attachments'), 'SHA-256']}
      rows={[...items].reverse().map(({ no, submittedAt, formNo, attachments, sha256 }) => ({
        key: String(no),
        cells: [
          no,
          formatInstant(submittedAt),
          t('files.formNo', { n: formNo }),
          attachments.length,
          <span class="print-hash">{sha256}</span>,
        ],
      }))}
    />
  )
}

export function PrintHistory({ items }: { items: OutputOf<'readApplicationHistory'>['items'] }) {
  const moved = [...items].reverse().filter(({ action }) => action !== 'edit' && action !== 'attach')
  const role = (code: string) => (ROLES.some((known) => known === code) ? wordFor('role', code) : code)
  return (
    <Records
      title={t('files.historyTable')}
      empty={t('ui.empty')}
      heads={[t('files.at'), t('files.who'), t('files.action'), t('files.stateChange'), t('files.note')]}
      rows={moved.map((line) => ({
        key: String(line.version),
        cells: [
          formatInstant(line.at),
          `${line.actor}（${role(line.role)}）`,
          wordFor('action', line.action),
          line.to === null ? '—' : wordFor('application', line.to),
          line.note ?? '',
        ],
      }))}
    />
  )
}
