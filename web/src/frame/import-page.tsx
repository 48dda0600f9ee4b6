import { PageHead } from '../ui/page-head.tsx'
import { t } from '../words/words.ts'
import { PasteImport, type PasteImportProps } from './paste-import.tsx'

interface ImportPageProps extends Omit<PasteImportProps, 'backHref'> {
  title: string
  help?: string
  /** The list that the rows come into. */
  list: { label: string; href: string }
}

/** A page of its own for the import of a list. */
export function ImportPage({ title, help, list, ...given }: ImportPageProps) {
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, list, { label: title }]}
        help={help}
      />
      <PasteImport {...given} backHref={list.href} />
    </>
  )
}
