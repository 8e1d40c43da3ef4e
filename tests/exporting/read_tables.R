# What R makes of CSV files, read by itself and by readr: for every column its class, how many values it has, how many of
# them are not in the column that it refers to, and how many are repeated.
#
# Arguments: the folder of the files, and a CSV file with the columns table, column, type, in_table, in_column.
library(readr)

arguments <- commandArgs(trailingOnly = TRUE)
expected <- read.csv(arguments[2], na.strings = "")
file <- function(table) file.path(arguments[1], paste0(table, ".csv"))
readers <- list(
  base = function(table) read.csv(file(table), na.strings = ""),
  readr = function(table) read_csv(file(table), na = "", guess_max = Inf, show_col_types = FALSE)
)
for (reader in names(readers)) {
  frames <- sapply(unique(expected$table), readers[[reader]], simplify = FALSE)
  for (number in seq_len(nrow(expected))) {
    column <- expected[number, ]
    frame <- frames[[column$table]]
    values <- frame[[column$column]]
    given <- values[!is.na(values)]
    if (column$type == "date") stopifnot(!anyNA(as.Date(as.character(given), "%Y-%m-%d")))
    there <- if (is.na(column$in_table)) given else frames[[column$in_table]][[column$in_column]]
    counts <- c(nrow(frame), length(given), sum(!given %in% there), sum(duplicated(given)))
    cat(reader, column$table, column$column, class(values)[1], counts, sep = "\t", fill = FALSE)
    cat("\n")
  }
}
