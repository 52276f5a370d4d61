<#-- As plain text: no markup of Markdown's, none of HTML's, within one line. -->
<#function cell text><#return text?replace("&", "&amp;")?replace("<", "&lt;")?replace("[\\\\`*_|~$]", r"\\$0", "r")?replace("\n", " ")></#function>
## cubecheck: ${page.verdict}

**${page.sentence}**

<#list page.tallies?filter(tally -> tally.count gt 0) as tally>${tally.count} ${tally.standing}<#sep>, </#sep></#list>; ${page.settings}; ${page.time}.
<#if page.troubles?has_content>

### Not as expected

<#list page.troubles as trouble>
<#list trouble.problems as problem>
- `${trouble.id}`: ${cell(problem)}
</#list>
</#list>
</#if>
<#if page.differences?has_content>

### Against the baseline ${cell(page.against)}

<#list page.differences as difference>
- <#if difference.regression>**worse**: </#if>${cell(difference.text)}
</#list>
</#if>

<#if page.sweeps?has_content>
### Sweeps

<#list page.sweeps as sweep>
- <#if !sweep.asExpected>**not as expected**: </#if>${cell(sweep.plainTitle)}. ${cell(sweep.plainSentences?join(" "))} (`${sweep.command}`)
</#list>

</#if>
<details><summary>All ${page.claims} claims</summary>

| claim | verdict | examined, domain by domain | provenance | controls refuted |
| --- | --- | --- | --- | --- |
<#list page.sections as section>
<#list section.claims as claim>
| `${claim.id}` ${cell(claim.plainTitle)} | <#if !claim.asExpected>**not as expected** </#if>${claim.headline}<#if claim.reliesOn?has_content>; rests on <#list claim.reliesOn as link>`${link.id}` (${link.headline})<#if link.weakest>, the weakest link</#if><#sep>; </#sep></#list></#if> | <#list claim.rows as row>${cell(row.scope)}<#if row.note != ""> (${cell(row.note)})</#if><#sep>; </#sep></#list> | ${claim.provenance} | ${claim.refuted} of ${claim.controls?size} |
</#list>
</#list>

</details>

On ${page.citation}. Made by `${page.command}`.
