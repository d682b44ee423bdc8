"""Speech acts, whose content is a noun phrase: «طالب بضمانات», «نفى الاتهامات»."""
