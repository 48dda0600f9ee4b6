/** Parts of an Office document that only tell about who made it, where and with what. */
const DROPPED =
  /^(?:docProps|customXml|docMetadata|_xmlsignatures|package)\/|(?:^|\/)printerSettings\/|^word\/(?:people|commentsExtensible)\.xml|^xl\/(?:revisions\/|userNames\.xml)|(?:^|\/)thumbnail\.\w+$|(?:^|\/)\[trash\]\//i

/** Relationships that lead to such parts, by the end of their type. */
const RELATIONS =
  /\/(?:core-properties|extended-properties|custom-properties|thumbnail|customXml|customXmlProps|people|commentsExtensible|printerSettings|revisionHeaders|usernames|classificationlabels|origin|signature|certificate)$/

const RELATION = /<(?:\w+:)?Relationship\s[^>]*?(?:\/>|>\s*<\/(?:\w+:)?Relationship>)/g
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''

export function isDropped(name: string): boolean {
  return DROPPED.test(name)
}

/** Relations without those that go; an external goal, a path on somebody's disk or a home page, leads nowhere. */
export function cleanRelations(xml: string): string {
  return xml.replace(RELATION, (tag) => {
    if (RELATIONS.test(attribute(tag, 'Type'))) return ''
    if (attribute(tag, 'TargetMode') !== 'External') return tag
    return tag.replace(/(\sTarget\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"about:blank"')
  })
}

/** The list of types without the parts that go. */
export function cleanTypes(xml: string): string {
  return xml.replace(/<(?:\w+:)?Override\s[^>]*?(?:\/>|>\s*<\/(?:\w+:)?Override>)/g, (tag) =>
    isDropped(attribute(tag, 'PartName').replace(/^\//, '')) ? '' : tag,
  )
}
