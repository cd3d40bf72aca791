//! The `mifriendly` command: turns a city's folder into a site, and answers questions about it.
//!
//! Exit code 0: fine. 1: the content has errors. 2: wrong use, or the machine does not allow it. Data goes to standard output, messages to standard
//! error.

mod assets;
mod build;
mod cli;
mod commands;
mod disk;
mod fetch;
mod headers;
mod manifest;
mod output;
mod pictures;
mod publish;
mod read;
mod render;
mod report;
mod sink;
mod sitemap;
mod staging;
mod system;
mod verify;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    let run = match arguments.command {
        cli::Command::Build(options) => commands::build::run(&arguments.city, &options),
        cli::Command::Serve(options) => commands::serve::run(&arguments.city, &options),
        cli::Command::Check(options) => commands::check::run(&arguments.city, &options),
        cli::Command::Find(options) => commands::find::run(&arguments.city, &options),
        cli::Command::Inspect(options) => commands::inspect::run(&arguments.city, &options),
        cli::Command::Postcodes(command) => commands::postcodes::run(&arguments.city, &command),
        cli::Command::Services(command) => commands::services::run(&arguments.city, &command),
        cli::Command::Explain(options) => commands::explain::run(&options),
        cli::Command::Accept(options) => commands::accept::run(&arguments.city, &options),
    };
    match run {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            anstream::eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}
