/* Names that are ordinary words too, and capitalised words that are nobody's name. Both lists are ours: no source gives them. */

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Given names that are also ordinary words, months or places: read as a name only where a name must stand. */
export const NAME_OR_WORD = list(`
  will hope may mark grace joy faith rose daisy ivy summer april june august dawn eve bill pat rob sue drew frank art jade ruby
  pearl amber robin jay lily violet heather holly poppy olive iris page rich miles guy max chase grant dean earl king prince
  precious blessing justice charity patience mercy chance melody harmony angel storm river rowan ash hazel willow basil clay
  cliff dale glen lane reed stone wade hunter mason archer baker bishop carol gene nick rusty sky star sunny teddy
  victor wren jasper jean penny honor verity constance prudence destiny serenity trinity christian jordan sydney
  chelsea paris florence brook brooke skip woody barb bea buck bud chip chuck faye gale gray hank harry jack jerry john
  josh kit lance laurel linden mason maple myrtle norm opal pierce piper porter ray rex roman rusty saffron sage scout
  shade sonny tanner taylor terry trip tyne vale von winter
`);

/** Words that begin with a capital wherever they stand, and name no child. */
export const NO_NAME = list(`
  the this that these those there his her their its our your they she what which who whose when where while after before
  during staff school college nursery academy teachers teacher adults adult support training provision everyone nobody
  someone somebody anyone parents carers english maths mathematics science history geography art music drama french spanish german mum
  dad mummy daddy mother father it reading writing speech language attention learning progress behaviour communication
  hearing vision mobility reception year term monday tuesday wednesday thursday friday saturday sunday january february march
  april june july september october november december easter christmas ramadan eid diwali british english welsh
  scottish irish polish urdu arabic punjabi bengali somali romanian makaton braille numicon elklan signalong widgit pecs
  teacch thrive elsa senco sendco ehcp nhs camhs cyps salt icb gp autism dyslexia dyspraxia dyscalculia epilepsy asthma diabetes
  down tourette asperger parkinson crohn perthes duchenne ehlers rett angelman williams turner boxall vineland snap bas wisc celf
  the lego ipad google microsoft windows windsor london one two three four five six seven eight nine ten each every both
  all some any no not if then so as at by for from in of on to with without however although because since until also
  noise pain vocabulary memory balance posture grammar spelling numeracy literacy phonics sensory transitions transition homework
  handwriting friendships friendship playtime lunchtime breaktime mornings morning afternoons afternoon evenings weekends
  crowds change changes anxiety worry fatigue sounds words sentences maths number numbers tasks task routines routine
  equipment hoists braces glasses advice evidence progress strengths needs family home life health swimming football
  lessons lesson session sessions group groups class pupils children child play work time sleep food feeding eating drinking
  toileting dressing transport travel therapy therapist occupational physiotherapy psychologist section plan
`);
