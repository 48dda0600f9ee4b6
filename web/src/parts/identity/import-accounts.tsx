import './accounts.css'
import { ROLES } from '@shixun/domain/identity/role'
import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { downloadText } from '../../frame/download.ts'
import { PasteImport } from '../../frame/paste-import.tsx'
import { csvOf } from '../../frame/pasted-table.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { afterOf } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'

/** Roles may be written as people call them. */
function roleCode(written: string): string {
  return ROLES.find((role) => wordFor('role', role) === written) ?? written
}

/** Ids of the schools by their 10-digit codes, which is how people's tables name them. */
async function schoolIds(district: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  let after: string | undefined
  do {
    const answer = await call('listSchools', { params: { district }, query: { limit: 200, after } })
    if (!answer.ok) break
    for (const { code, id } of answer.body.items) ids.set(code, id)
    after = afterOf(answer.body.next) ?? undefined
  } while (after !== undefined)
  return ids
}

type Code = OutputOf<'importAccounts'>['codes'][number]

/** 批量新建账号; the codes are answered once, so they are kept here until they are saved. */
export function ImportAccounts() {
  const { district } = useActing()
  const [codes, setCodes] = useState<readonly Code[]>([])
  const title = t('accounts.import')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.accounts'), href: '/accounts' },
          { label: title },
        ]}
      />
      <div class="stack">
        {codes.length > 0 && (
          <Callout
            kind="warning"
            title={t('accounts.codes', { n: codes.length })}
            actions={
              <Button
                kind="primary"
                icon="download"
                onClick={() =>
                  downloadText(
                    `${t('identity.code')}.csv`,
                    csvOf([
                      [t('frame.person'), t('identity.username'), t('identity.code')],
                      ...codes.map((one) => [one.name, one.username, one.activationCode]),
                    ]),
                  )
                }
              >
                {t('accounts.saveCodes')}
              </Button>
            }
          >
            {t('accounts.codesHelp')}
          </Callout>
        )}
        <PasteImport
          template="accounts"
          backHref="/accounts"
          send={async (rows) => {
            const coded = rows.some(({ unit = '' }) => /^\d{10}$/.test(String(unit)))
            const ids = coded ? await schoolIds(district) : new Map<string, string>()
            const named = rows.map(({ username = '', name = '', role = '', unit }) => ({
              username: String(username),
              name: String(name),
              role: roleCode(String(role)),
              ...(unit === undefined ? {} : { unit: ids.get(String(unit)) ?? String(unit) }),
            }))
            const answer = await call('importAccounts', { params: { district }, body: { rows: named } })
            if (answer.ok) setCodes((before) => [...before, ...answer.body.codes])
            return answer
          }}
          columns={[
            {
              key: 'username',
              title: t('identity.username'),
              required: true,
              help: t('identity.usernameHelp'),
              example: 'wei5-1',
            },
            {
              key: 'name',
              title: t('frame.person'),
              required: true,
              help: t('accounts.nameHelp'),
              example: t('accounts.nameExample'),
            },
            {
              key: 'role',
              title: t('accounts.role'),
              required: true,
              help: t('accounts.roleHelp'),
              example: t('accounts.roleExample'),
            },
            {
              key: 'unit',
              title: t('accounts.unit'),
              required: false,
              help: t('accounts.unitHelp'),
              example: '2141000001',
            },
          ]}
        />
      </div>
    </>
  )
}
